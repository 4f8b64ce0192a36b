import { Injectable } from '@nestjs/common';

import { Clock } from '@desk/platform/clock';
import { PersonActor } from '@desk/platform/security';

import { scopesOf } from '../model/api-token';
import { fullName } from '../model/person-brief';
import { ApiTokens } from '../store/api-tokens';
import { apiTokenHash } from './api-token-secrets';
import { LastUses } from './last-uses';

/** Who is behind a personal API token: its owner, within its scopes. */
@Injectable()
export class ApiTokenAuthenticator {
  constructor(
    private readonly clock: Clock,
    private readonly apiTokens: ApiTokens,
    private readonly lastUses: LastUses,
  ) {}

  async run(token: string): Promise<PersonActor | null> {
    const owner = await this.apiTokens.withOwner(apiTokenHash(token));
    if (owner === null || (owner.expires_at !== null && owner.expires_at <= this.clock.now())) return null;
    this.lastUses.ofToken(owner.id, owner.last_used_at);
    const { user_id: id, role, email, first_name, last_name } = owner;
    return {
      kind: 'person',
      id,
      role,
      name: fullName(first_name, last_name, email),
      email,
      sessionId: null,
      browser: false,
      scopes: scopesOf(owner.scopes),
      owesFactor: owner.owes_factor === 1,
    };
  }
}
