import { Injectable } from '@nestjs/common';

import { Clock } from '@desk/platform/clock';
import { UnitOfWork } from '@desk/platform/database';
import { notFound } from '@desk/platform/errors';
import { Actor } from '@desk/platform/security';

import { requireProven } from '../model/proof';
import { requireMayTouch } from '../model/user-access';
import { Users } from '../store/users';
import { OneTimeMail } from './one-time-mail';
import { SendInvitation } from './send-invitation';

/** The same invitation by a new mail, whose link is good for as long as the first one was. */
@Injectable()
export class ResendInvitation {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly users: Users,
    private readonly oneTimeMail: OneTimeMail,
    private readonly sendInvitation: SendInvitation,
  ) {}

  /** @throws 404 when nothing is open, 429 after several within an hour. */
  async run(actor: Actor, { userId }: { userId: string }): Promise<void> {
    await this.unitOfWork.run(async () => {
      const user = await this.users.hold(userId);
      if (user === null || user.invited_at === null) throw notFound('invitation');
      requireMayTouch(actor, user);
      if (user.is_staff) requireProven(actor, this.clock.now());
      await this.oneTimeMail.requireFewer(user.id, 'invitation');
      user.invite(this.clock.now());
      await this.users.save(user);
      await this.sendInvitation.run(actor, user);
    });
  }
}
