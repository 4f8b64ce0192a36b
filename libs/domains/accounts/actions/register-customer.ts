import { Injectable } from '@nestjs/common';

import { UnitOfWork } from '@desk/platform/database';
import { EventBus } from '@desk/platform/events';

import { PersonRegistered } from '../model/events';
import { requireGoodPassword } from '../model/password-rules';
import { PersonBrief } from '../model/person-brief';
import { Users } from '../store/users';
import { asActor, NewPeople } from './new-people';
import { SendVerification } from './send-verification';

export interface Registration {
  email: string;
  password: string;
  first_name: string;
  last_name: string;
  phone?: string;
}

/** Anybody may become a customer, and nothing else. */
@Injectable()
export class RegisterCustomer {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly events: EventBus,
    private readonly users: Users,
    private readonly newPeople: NewPeople,
    private readonly sendVerification: SendVerification,
  ) {}

  async run({ password, ...person }: Registration): Promise<PersonBrief> {
    requireGoodPassword(password, person);
    const user = await this.newPeople.prepare({ ...person, role: 'customer' }, password);
    await this.unitOfWork.run(async () => {
      await this.users.add(user);
      await this.events.publish(PersonRegistered, asActor(user), { userId: user.id, role: user.role });
      await this.sendVerification.run(asActor(user), user);
    });
    return user.toBrief();
  }
}
