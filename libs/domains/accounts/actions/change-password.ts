import { Injectable } from '@nestjs/common';

import { Clock } from '@desk/platform/clock';
import { UnitOfWork } from '@desk/platform/database';
import { EventBus } from '@desk/platform/events';
import { PersonActor } from '@desk/platform/security';

import { PasswordChanged } from '../model/events';
import { requireGoodPassword } from '../model/password-rules';
import { Users } from '../store/users';
import { EndAccess } from './end-access';
import { OneTimeMail } from './one-time-mail';
import { OwnPassword } from './own-password';
import { PasswordHasher } from './password-hasher';

export interface PasswordChange {
  current_password: string;
  new_password: string;
}

/**
 * Ends every other session and every API token: whoever knew the old password is out. Linked identities stay, as their
 * owner is here to see and unlink them; the mail that follows leads to a reset, which unlinks all.
 */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly events: EventBus,
    private readonly users: Users,
    private readonly endAccess: EndAccess,
    private readonly hasher: PasswordHasher,
    private readonly ownPassword: OwnPassword,
    private readonly oneTimeMail: OneTimeMail,
  ) {}

  async run(actor: PersonActor, { current_password, new_password }: PasswordChange): Promise<void> {
    const checked = await this.ownPassword.check(actor, current_password);
    requireGoodPassword(new_password, checked, 'new_password');
    const passwordHash = await this.hasher.hash(new_password);
    await this.unitOfWork.run(async () => {
      const user = await this.ownPassword.hold(checked);
      const now = this.clock.now();
      user.password_hash = passwordHash;
      user.updated_at = now;
      await this.users.save(user);
      await this.endAccess.of(user.id, 'password_changed', actor.sessionId);
      await this.oneTimeMail.endAllOf(user.id, 'any');
      await this.events.publish(PasswordChanged, actor, { userId: user.id, keptSessionId: actor.sessionId });
    });
  }
}
