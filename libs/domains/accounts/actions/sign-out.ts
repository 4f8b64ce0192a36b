import { Injectable } from '@nestjs/common';

import { Clock } from '@desk/platform/clock';
import { UnitOfWork } from '@desk/platform/database';
import { EventBus } from '@desk/platform/events';
import { type PersonActor, SYSTEM } from '@desk/platform/security';

import { SessionEnded } from '../model/events';
import { Sessions } from '../store/sessions';
import { Tokens } from './tokens';

/** Ends the session of the cookie, and that of the access token where one came along. Without either it is done already. */
@Injectable()
export class SignOut {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly events: EventBus,
    private readonly sessions: Sessions,
    private readonly tokens: Tokens,
  ) {}

  async run(actor: PersonActor | null, cookie: string | null): Promise<void> {
    const claims = cookie === null ? null : this.tokens.readRefresh(cookie);
    if (claims === null && actor === null) return;
    await this.unitOfWork.run(async () => {
      if (claims !== null) await this.end(actor, claims.userId, claims.family);
      if (actor?.sessionId) await this.end(actor, actor.id, actor.sessionId);
    });
  }

  /** By cookie alone nobody has said who they are, only which session is to end. */
  private async end(actor: PersonActor | null, userId: string, sessionId: string): Promise<void> {
    if (!(await this.sessions.revoke(sessionId, 'signed_out', this.clock.now()))) return;
    await this.events.publish(SessionEnded, actor ?? SYSTEM, { userId, sessionId });
  }
}
