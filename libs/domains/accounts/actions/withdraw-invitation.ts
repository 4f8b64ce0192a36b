import { Injectable } from '@nestjs/common';

import { Clock } from '@desk/platform/clock';
import { UnitOfWork } from '@desk/platform/database';
import { notFound } from '@desk/platform/errors';
import { Actor } from '@desk/platform/security';

import { requireMayTouch } from '../model/user-access';
import { Users } from '../store/users';
import { OneTimeMail } from './one-time-mail';

/** The link ends. The person stays in the list, inactive, as everybody does, and may be invited again. */
@Injectable()
export class WithdrawInvitation {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly users: Users,
    private readonly oneTimeMail: OneTimeMail,
  ) {}

  async run(actor: Actor, { userId }: { userId: string }): Promise<void> {
    await this.unitOfWork.run(async () => {
      const user = await this.users.hold(userId);
      if (user === null || user.invited_at === null) throw notFound('invitation');
      requireMayTouch(actor, user);
      user.uninvite(this.clock.now());
      await this.users.save(user);
      await this.oneTimeMail.endAllOf(user.id, 'invitation');
    });
  }
}
