import { Injectable } from '@nestjs/common';

import { Clock } from '@desk/platform/clock';
import { UnitOfWork } from '@desk/platform/database';
import { EventBus } from '@desk/platform/events';

import { deadLink } from '../model/errors';
import { PersonActivated } from '../model/events';
import { requireGoodPassword } from '../model/password-rules';
import { Users } from '../store/users';
import { CheckInvitation } from './check-invitation';
import { asActor } from './new-people';
import { OneTimeMail } from './one-time-mail';
import { PasswordHasher } from './password-hasher';

export interface Acceptance {
  token: string;
  password: string;
  first_name?: string;
  last_name?: string;
}

/** Whoever opened the mail chooses a password and is active. They sign in as everybody does. */
@Injectable()
export class AcceptInvitation {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly events: EventBus,
    private readonly users: Users,
    private readonly checkInvitation: CheckInvitation,
    private readonly hasher: PasswordHasher,
    private readonly oneTimeMail: OneTimeMail,
  ) {}

  async run({ token, password, ...names }: Acceptance): Promise<void> {
    const link = await this.oneTimeMail.open(token, 'invitation');
    const { email, first_name, last_name } = await this.checkInvitation.run({ token });
    requireGoodPassword(password, { email, first_name, last_name, ...names });
    const passwordHash = await this.hasher.hash(password);
    await this.unitOfWork.run(async () => {
      await this.oneTimeMail.use(link);
      const user = await this.users.hold(link.user_id);
      if (user === null || user.invited_at === null || !link.isOfAddress(user.email)) throw deadLink();
      user.accept(passwordHash, names, this.clock.now());
      await this.users.save(user);
      await this.events.publish(PersonActivated, asActor(user), { userId: user.id });
    });
  }
}
