import { Injectable } from '@nestjs/common';

import { UnitOfWork } from '@desk/platform/database';
import { EventBus } from '@desk/platform/events';
import { Actor } from '@desk/platform/security';

import { PasswordResetRequested } from '../model/events';
import { Users } from '../store/users';
import { OneTimeMail } from './one-time-mail';

/** A link to a new password for whoever has this address, if somebody active has, and not more than a few an hour. */
@Injectable()
export class IssuePasswordReset {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly events: EventBus,
    private readonly users: Users,
    private readonly oneTimeMail: OneTimeMail,
  ) {}

  async run(actor: Actor, { email }: { email: string }): Promise<void> {
    await this.unitOfWork.run(async () => {
      const known = await this.users.byEmail(email);
      // Held, so that of two requests at once the second counts the first one's mail.
      const user = known === null ? null : await this.users.hold(known.id);
      if (user === null || !user.is_active || !user.isLike(email)) return;
      // Silently: the newest link goes on working.
      if (await this.oneTimeMail.isTooMany(user.id, 'reset')) return;
      const link = await this.oneTimeMail.issue('reset', user.id, user.email);
      const { id: linkId, email: to } = link;
      await this.events.publish(PasswordResetRequested, actor, { userId: user.id, linkId, email: to });
    });
  }
}
