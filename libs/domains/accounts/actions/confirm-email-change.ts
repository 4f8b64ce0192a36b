import { Injectable } from '@nestjs/common';

import { Clock } from '@desk/platform/clock';
import { UnitOfWork } from '@desk/platform/database';
import { EventBus } from '@desk/platform/events';
import { PersonActor } from '@desk/platform/security';

import { deadLink } from '../model/errors';
import { EmailChanged, SessionsEnded } from '../model/events';
import { Sessions } from '../store/sessions';
import { Users } from '../store/users';
import { OneTimeMail } from './one-time-mail';

/** The new address is proven. Signed in, because a mistyped address is a stranger's, who must not become the owner. */
@Injectable()
export class ConfirmEmailChange {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly events: EventBus,
    private readonly users: Users,
    private readonly sessions: Sessions,
    private readonly oneTimeMail: OneTimeMail,
  ) {}

  /** @throws 400 unless the link is good, and this person's own; 409 when the address was taken meanwhile. */
  async run(actor: PersonActor, { token }: { token: string }): Promise<void> {
    const link = await this.oneTimeMail.open(token, 'change', actor.id);
    await this.unitOfWork.run(async () => {
      await this.oneTimeMail.use(link);
      const user = await this.users.hold(actor.id);
      if (user === null) throw deadLink();
      const { id: userId, email: before } = user;
      const now = this.clock.now();
      user.moveTo(link.email);
      user.email_verified_at = now;
      user.updated_at = now;
      await this.users.save(user);
      // What was mailed to the old address is not this person's any more.
      await this.oneTimeMail.endAllOf(userId, 'any');
      await this.sessions.revokeAllOf(userId, 'email_changed', now, actor.sessionId);
      await this.events.publish(SessionsEnded, actor, { userId, keptSessionId: actor.sessionId });
      await this.events.publish(EmailChanged, actor, { userId, before });
    });
  }
}
