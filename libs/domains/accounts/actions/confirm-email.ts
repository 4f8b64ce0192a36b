import { Injectable } from '@nestjs/common';

import { Clock } from '@desk/platform/clock';
import { UnitOfWork } from '@desk/platform/database';
import { PersonActor } from '@desk/platform/security';

import { deadLink } from '../model/errors';
import { Users } from '../store/users';
import { OneTimeMail } from './one-time-mail';

/**
 * Proof that mail to the address of an account reaches its owner. Only they give it, signed in: an account that somebody
 * made with a stranger's address is not proven by that stranger's curiosity.
 */
@Injectable()
export class ConfirmEmail {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly users: Users,
    private readonly oneTimeMail: OneTimeMail,
  ) {}

  /** @throws 400 unless the link is good, and this person's own. */
  async run(actor: PersonActor, { token }: { token: string }): Promise<void> {
    const link = await this.oneTimeMail.open(token, 'verify', actor.id);
    await this.unitOfWork.run(async () => {
      await this.oneTimeMail.use(link);
      const user = await this.users.hold(actor.id);
      if (user === null || !link.isOfAddress(user.email)) throw deadLink();
      const now = this.clock.now();
      user.email_verified_at = now;
      user.updated_at = now;
      await this.users.save(user);
    });
  }
}
