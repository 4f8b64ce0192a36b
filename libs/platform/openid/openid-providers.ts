import { Injectable, Logger } from '@nestjs/common';

import { Clock } from '@desk/platform/clock';
import { Config, type ProviderConfig } from '@desk/platform/config';

import { type ProvenIdentity, toIdentity } from './claims';
import { type Configuration, discover, type Library } from './discover';
import { ProviderFailure } from './provider-failure';

/** Providers move their addresses and keys rarely; a day's notice is usual. */
const KNOWN_FOR_MS = 3600_000;

/** What ties the answer of a provider to the browser that asked, and to this question. */
export interface FlowSecrets {
  state: string;
  nonce: string;
  verifier: string;
}

interface Known {
  ways: Promise<Configuration[]>;
  until: number;
}

/**
 * The authorization code flow of OpenID Connect with PKCE, state and nonce, by `openid-client`: one code for Google and
 * for any other provider. Nothing is asked before somebody wants to sign in, and a provider that is down costs no more
 * than a few seconds.
 */
@Injectable()
export class OpenIdProviders {
  private readonly logger = new Logger(OpenIdProviders.name);
  private readonly known = new Map<string, Known>();

  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  all(): readonly ProviderConfig[] {
    return this.config.providers;
  }

  byName(name: string): ProviderConfig | null {
    return this.config.providers.find((provider) => provider.name === name) ?? null;
  }

  /** Who issued an identity, if they are offered still. */
  byIssuer(issuer: string): ProviderConfig | null {
    const { href } = new URL(issuer);
    return this.config.providers.find((provider) => new URL(provider.issuer).href === href) ?? null;
  }

  /**
   * Where the person is sent, and what has to be remembered until they are back.
   * @param maxAgeSeconds whoever proved themselves there longer ago is asked again, and when it was comes back.
   * @throws ProviderFailure
   */
  async begin(
    provider: ProviderConfig,
    maxAgeSeconds: number,
  ): Promise<{ url: string; secrets: FlowSecrets }> {
    return this.guarded(provider, async (library, [way]) => {
      const secrets = {
        state: library.randomState(),
        nonce: library.randomNonce(),
        verifier: library.randomPKCECodeVerifier(),
      };
      const url = library.buildAuthorizationUrl(way, {
        redirect_uri: this.callbackOf(provider),
        scope: 'openid email profile',
        code_challenge: await library.calculatePKCECodeChallenge(secrets.verifier),
        code_challenge_method: 'S256',
        state: secrets.state,
        nonce: secrets.nonce,
        max_age: `${maxAgeSeconds}`,
      });
      return { url: url.href, secrets };
    });
  }

  /** @param search of the address that the person came back to. @throws ProviderFailure */
  async finish(provider: ProviderConfig, search: string, secrets: FlowSecrets): Promise<ProvenIdentity> {
    const address = new URL(this.callbackOf(provider));
    address.search = search;
    return this.guarded(provider, async (library, ways) => {
      const { way, tokens } = await redeem(library, ways, address, secrets);
      const claims = tokens.claims();
      if (claims === undefined) throw new ProviderFailure('refused', 'No ID token came back');
      const identity = toIdentity(claims);
      const mayTellMore = way.serverMetadata().userinfo_endpoint !== undefined;
      if (identity.email !== null || !mayTellMore) return identity;
      // Many providers keep the ID token short.
      const more = await library.fetchUserInfo(way, tokens.access_token, claims.sub);
      return toIdentity({ ...more, iss: claims.iss, sub: claims.sub, auth_time: claims.auth_time });
    });
  }

  private callbackOf({ name }: ProviderConfig): string {
    const { publicUrl, urlPrefix } = this.config;
    return `${publicUrl}${urlPrefix}/api/accounts/oidc/${name}/callback/`;
  }

  private async guarded<T>(
    provider: ProviderConfig,
    work: (library: Library, ways: [Configuration, ...Configuration[]]) => Promise<T>,
  ): Promise<T> {
    try {
      const library = await import('openid-client');
      return await work(
        library,
        (await this.waysOf(library, provider)) as [Configuration, ...Configuration[]],
      );
    } catch (thrown) {
      const failure = ProviderFailure.from(thrown);
      if (failure.code !== 'cancelled') {
        this.logger.warn(`Sign-in with ${provider.name}: ${failure.code} (${failure.message})`);
      }
      throw failure;
    }
  }

  /** Asked once for all who come at the same time; a failure is not remembered. */
  private waysOf(library: Library, provider: ProviderConfig): Promise<Configuration[]> {
    const now = this.clock.present().getTime();
    const known = this.known.get(provider.name);
    if (known !== undefined && known.until > now) return known.ways;
    const ways = discover(library, provider).catch((thrown: unknown) => {
      this.known.delete(provider.name);
      throw new ProviderFailure('unreachable', ProviderFailure.from(thrown).message);
    });
    this.known.set(provider.name, { ways, until: now + KNOWN_FOR_MS });
    return ways;
  }
}

/** The code for tokens. A client that a provider does not know by one way of saying its secret, it may know by the other. */
async function redeem(library: Library, ways: Configuration[], address: URL, secrets: FlowSecrets) {
  const checks = {
    expectedState: secrets.state,
    expectedNonce: secrets.nonce,
    pkceCodeVerifier: secrets.verifier,
    idTokenExpected: true,
  };
  for (const [index, way] of ways.entries()) {
    try {
      return { way, tokens: await library.authorizationCodeGrant(way, address, checks) };
    } catch (thrown) {
      const isUnknown = (thrown as { error?: string }).error === 'invalid_client';
      if (!isUnknown || index === ways.length - 1) throw thrown;
    }
  }
  throw new ProviderFailure('refused', 'There is no way to say the secret');
}
