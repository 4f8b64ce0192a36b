import { Injectable } from '@nestjs/common';

import { Clock } from '@desk/platform/clock';
import { UnitOfWork } from '@desk/platform/database';
import { invalidField } from '@desk/platform/errors';
import { EventBus } from '@desk/platform/events';
import { PersonActor } from '@desk/platform/security';

import { emailTaken } from '../model/errors';
import { EmailChangeRequested } from '../model/events';
import { requireProven } from '../model/proof';
import { Users } from '../store/users';
import { OneTimeMail } from './one-time-mail';
import { OwnPassword } from './own-password';

export interface EmailChange {
  email: string;
  current_password: string;
}

/** Another address for one's own account: nothing changes before the new one is proven, and the old one hears of it. */
@Injectable()
export class AskEmailChange {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly events: EventBus,
    private readonly users: Users,
    private readonly ownPassword: OwnPassword,
    private readonly oneTimeMail: OneTimeMail,
  ) {}

  /** @throws 400, 409 when the address is taken, 429 */
  async run(actor: PersonActor, { email, current_password }: EmailChange): Promise<void> {
    // Beside the password also the second factor: whoever has the address has the account.
    requireProven(actor, this.clock.now());
    const checked = await this.ownPassword.check(actor, current_password);
    if (checked.isLike(email)) throw invalidField('email', 'same', 'This is your address already');
    await this.unitOfWork.run(async () => {
      const { email: before } = await this.ownPassword.hold(checked);
      if ((await this.users.byEmail(email)) !== null) throw emailTaken();
      await this.oneTimeMail.requireFewer(actor.id, 'change');
      const { id: linkId } = await this.oneTimeMail.issue('change', actor.id, email);
      await this.events.publish(EmailChangeRequested, actor, { userId: actor.id, linkId, email, before });
    });
  }
}
