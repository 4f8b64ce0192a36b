import { Injectable } from '@nestjs/common';

import { Clock } from '@desk/platform/clock';
import { UnitOfWork } from '@desk/platform/database';
import { EventBus } from '@desk/platform/events';

import { deadLink } from '../model/errors';
import { PasswordChanged } from '../model/events';
import { requireGoodPassword } from '../model/password-rules';
import { Users } from '../store/users';
import { EndAccess } from './end-access';
import { asActor } from './new-people';
import { OneTimeMail } from './one-time-mail';
import { PasswordHasher } from './password-hasher';
import { UnlinkAll } from './unlink-all';

export interface PasswordReset {
  token: string;
  new_password: string;
}

/**
 * A new password for whoever opened the mail: every session ends, no provider opens the account any more, and failed
 * guesses at the old one are forgotten.
 */
@Injectable()
export class ResetPassword {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly events: EventBus,
    private readonly users: Users,
    private readonly endAccess: EndAccess,
    private readonly hasher: PasswordHasher,
    private readonly oneTimeMail: OneTimeMail,
    private readonly unlinkAll: UnlinkAll,
  ) {}

  async run({ token, new_password }: PasswordReset): Promise<void> {
    const link = await this.oneTimeMail.open(token, 'reset');
    const owner = await this.users.byId(link.user_id);
    if (owner === null || !owner.is_active) throw deadLink();
    requireGoodPassword(new_password, owner, 'new_password');
    const passwordHash = await this.hasher.hash(new_password);
    await this.unitOfWork.run(async () => {
      await this.oneTimeMail.use(link);
      const user = await this.users.hold(link.user_id);
      if (user === null || !user.is_active || !link.isOfAddress(user.email)) throw deadLink();
      const now = this.clock.now();
      user.resetPassword(passwordHash, now);
      user.email_verified_at ??= now;
      await this.users.save(user);
      // Whoever knew the old password may have asked for another address.
      await this.oneTimeMail.endAllOf(user.id, 'any');
      await this.endAccess.of(user.id, 'password_changed');
      // They may have linked an identity of their own, too: of several nobody can tell here which is the owner's.
      await this.unlinkAll.of(asActor(user), user.id);
      await this.events.publish(PasswordChanged, asActor(user), { userId: user.id, keptSessionId: null });
    });
  }
}
