import { Injectable } from '@nestjs/common';

import { TokenScope } from '@desk/contracts';
import { Clock } from '@desk/platform/clock';
import { UnitOfWork } from '@desk/platform/database';
import { EventBus } from '@desk/platform/events';
import { PersonActor } from '@desk/platform/security';

import { API_TOKENS_MAX, ApiToken } from '../model/api-token';
import { sessionEnded, tooManyApiTokens } from '../model/errors';
import { SecurityChanged } from '../model/events';
import { requireProven } from '../model/proof';
import { ApiTokens } from '../store/api-tokens';
import { Sessions } from '../store/sessions';
import { Users } from '../store/users';
import { newApiTokenSecret } from './api-token-secrets';

export interface ApiTokenWish {
  name: string;
  scopes: readonly TokenScope[];
  expiresAt: Date | null;
}

/** A key for a program of one's own. Its secret is answered here, and nowhere else ever again. */
@Injectable()
export class CreateApiToken {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly events: EventBus,
    private readonly users: Users,
    private readonly sessions: Sessions,
    private readonly apiTokens: ApiTokens,
  ) {}

  async run(actor: PersonActor, wish: ApiTokenWish): Promise<{ id: string; name: string; token: string }> {
    const now = this.clock.now();
    requireProven(actor, now);
    const secret = newApiTokenSecret();
    const made = ApiToken.create({ userId: actor.id, ...wish }, secret, now);
    await this.unitOfWork.run(async () => {
      // Two at once must not both be the fiftieth, and none outlives the session that asks for it.
      const owner = await this.users.hold(actor.id);
      if (owner === null || !(await this.isStillIn(actor, now))) throw sessionEnded();
      if ((await this.apiTokens.countOf(actor.id)) >= API_TOKENS_MAX) throw tooManyApiTokens();
      await this.apiTokens.add(made);
      await this.events.publish(SecurityChanged, actor, { userId: actor.id, change: 'api_token_made' });
    });
    return { id: made.id, name: made.name, token: secret.token };
  }

  private async isStillIn({ sessionId }: PersonActor, now: Date): Promise<boolean> {
    const session = sessionId === null ? null : await this.sessions.byId(sessionId);
    return session?.isLive(now) === true;
  }
}
