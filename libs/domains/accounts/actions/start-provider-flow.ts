import { Injectable } from '@nestjs/common';

import { isStaff } from '@desk/contracts';
import { Clock } from '@desk/platform/clock';
import { type ProviderConfig } from '@desk/platform/config';
import { conflict, notFound } from '@desk/platform/errors';
import { OpenIdProviders, ProviderFailure } from '@desk/platform/openid';
import { notForTokens, type PersonActor } from '@desk/platform/security';

import { PROOF_GOOD_FOR_MS, requireProven } from '../model/proof';
import { type Landing, signInPage } from './landing';
import { type DeskApplication, type Flow, pageInside, ProviderFlows } from './provider-flows';

export interface Departure {
  /** At the provider. */
  url: string;
  /** For the browser to keep until it is back. */
  ticket: string;
}

/** The way to a provider: to sign in, or to link an identity to the account that one is signed in to. */
@Injectable()
export class StartProviderFlow {
  constructor(
    private readonly clock: Clock,
    private readonly providers: OpenIdProviders,
    private readonly flows: ProviderFlows,
  ) {}

  /** A landing where the provider cannot be asked. */
  async signIn(name: string, app: DeskApplication, wish: string): Promise<Departure | Landing> {
    const next = pageInside(wish);
    try {
      return await this.depart(this.provider(name), { app, next, link: null });
    } catch (thrown) {
      if (thrown instanceof ProviderFailure) return signInPage({ app, next }, `provider_${thrown.code}`);
      throw thrown;
    }
  }

  async link(actor: PersonActor, name: string): Promise<Departure> {
    requireProven(actor, this.clock.now());
    if (actor.sessionId === null) throw notForTokens();
    const link = { userId: actor.id, sessionId: actor.sessionId };
    const app = isStaff(actor.role) ? 'console' : 'portal';
    try {
      return await this.depart(this.provider(name), { app, next: '/accounts/profile', link });
    } catch (thrown) {
      if (!(thrown instanceof ProviderFailure)) throw thrown;
      throw conflict('provider_unreachable', 'This provider does not answer now; try again later');
    }
  }

  private provider(name: string): ProviderConfig {
    const provider = this.providers.byName(name);
    if (provider === null) throw notFound('provider');
    return provider;
  }

  private async depart(
    provider: ProviderConfig,
    flow: Omit<Flow, 'provider' | 'secrets'>,
  ): Promise<Departure> {
    const { url, secrets } = await this.providers.begin(provider, PROOF_GOOD_FOR_MS / 1000);
    return { url, ticket: this.flows.write({ ...flow, provider: provider.name, secrets }) };
  }
}
