import { Injectable } from '@nestjs/common';

import { Clock } from '@desk/platform/clock';
import { UnitOfWork } from '@desk/platform/database';
import { notFound } from '@desk/platform/errors';
import { EventBus } from '@desk/platform/events';
import { PersonActor } from '@desk/platform/security';

import { SessionsEnded } from '../model/events';
import { requireProven } from '../model/proof';
import { requireMayTouch } from '../model/user-access';
import { Sessions } from '../store/sessions';
import { Users } from '../store/users';

/** Signed out everywhere: oneself everywhere else, somebody whom one administers wherever they are. */
@Injectable()
export class EndSessions {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly events: EventBus,
    private readonly users: Users,
    private readonly sessions: Sessions,
  ) {}

  async run(actor: PersonActor, userId: string): Promise<void> {
    const user = await this.users.byId(userId);
    if (user === null) throw notFound('user');
    requireMayTouch(actor, user);
    const now = this.clock.now();
    const isOwn = actor.id === userId;
    if (!isOwn) requireProven(actor, now);
    const keptSessionId = isOwn ? actor.sessionId : null;
    await this.unitOfWork.run(async () => {
      await this.sessions.revokeAllOf(userId, 'ended', now, keptSessionId);
      await this.events.publish(SessionsEnded, actor, { userId, keptSessionId });
    });
  }
}
