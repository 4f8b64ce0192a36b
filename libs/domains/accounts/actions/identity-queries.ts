import { Injectable } from '@nestjs/common';

import { type ProviderConfig } from '@desk/platform/config';
import { OpenIdProviders } from '@desk/platform/openid';
import { type PersonActor } from '@desk/platform/security';

import { type Identity } from '../model/identity';
import { Identities } from '../store/identities';

/** Null where its provider is no longer offered. */
export type LinkedIdentity = Identity & { provider: ProviderConfig | null };

@Injectable()
export class IdentityQueries {
  constructor(
    private readonly identities: Identities,
    private readonly providers: OpenIdProviders,
  ) {}

  offered(): readonly ProviderConfig[] {
    return this.providers.all();
  }

  async own(actor: PersonActor): Promise<LinkedIdentity[]> {
    const linked = await this.identities.of(actor.id);
    return linked.map((identity) => ({ ...identity, provider: this.providers.byIssuer(identity.issuer) }));
  }
}
