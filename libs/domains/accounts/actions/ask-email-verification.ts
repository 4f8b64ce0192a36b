import { Injectable } from '@nestjs/common';

import { UnitOfWork } from '@desk/platform/database';
import { PersonActor } from '@desk/platform/security';

import { Users } from '../store/users';
import { OneTimeMail } from './one-time-mail';
import { SendVerification } from './send-verification';

@Injectable()
export class AskEmailVerification {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly users: Users,
    private readonly oneTimeMail: OneTimeMail,
    private readonly sendVerification: SendVerification,
  ) {}

  /** Nothing to do for who is verified already. @throws 429 */
  async run(actor: PersonActor): Promise<void> {
    await this.unitOfWork.run(async () => {
      const user = await this.users.hold(actor.id);
      if (user === null || user.email_verified_at !== null) return;
      await this.oneTimeMail.requireFewer(user.id, 'verify');
      await this.sendVerification.run(actor, user);
    });
  }
}
