import { Injectable } from '@nestjs/common';

import { Clock } from '@desk/platform/clock';
import { UnitOfWork } from '@desk/platform/database';
import { notFound } from '@desk/platform/errors';
import { EventBus } from '@desk/platform/events';
import { PersonActor } from '@desk/platform/security';

import { SessionEnded } from '../model/events';
import { requireProven } from '../model/proof';
import { requireMayTouch } from '../model/user-access';
import { Sessions } from '../store/sessions';
import { Users } from '../store/users';

/** One device is signed out: one's own, or that of somebody whom one administers. */
@Injectable()
export class EndSession {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly events: EventBus,
    private readonly users: Users,
    private readonly sessions: Sessions,
  ) {}

  /** @throws not_found, also for a session that has ended or is somebody else's */
  async run(actor: PersonActor, userId: string, sessionId: string): Promise<void> {
    const user = await this.users.byId(userId);
    if (user === null) throw notFound('user');
    requireMayTouch(actor, user);
    const now = this.clock.now();
    if (actor.id !== userId) requireProven(actor, now);
    await this.unitOfWork.run(async () => {
      const session = await this.sessions.byId(sessionId);
      if (session === null || session.user_id !== userId || !session.isLive(now)) throw notFound('session');
      if (!(await this.sessions.revoke(sessionId, 'ended', now))) throw notFound('session');
      await this.events.publish(SessionEnded, actor, { userId, sessionId });
    });
  }
}
