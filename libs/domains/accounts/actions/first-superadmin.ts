import { Injectable } from '@nestjs/common';

import { Clock } from '@desk/platform/clock';
import { UnitOfWork } from '@desk/platform/database';
import { EventBus } from '@desk/platform/events';

import { setUpClosed } from '../model/errors';
import { PersonCreated } from '../model/events';
import { PersonBrief } from '../model/person-brief';
import { SetUps } from '../store/set-ups';
import { Users } from '../store/users';
import { asActor, NewPeople } from './new-people';

export interface SetUpInput {
  email: string;
  password: string;
  first_name: string;
  last_name: string;
}

/** The one way to a first superadmin, whoever asks for it: the set-up page or the environment. */
@Injectable()
export class FirstSuperadmin {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly events: EventBus,
    private readonly users: Users,
    private readonly setUps: SetUps,
    private readonly newPeople: NewPeople,
  ) {}

  exists(): Promise<boolean> {
    return this.users.hasSuperadmin();
  }

  /** @throws 409 once there is one. */
  async create({ password, ...person }: SetUpInput): Promise<PersonBrief> {
    const user = await this.newPeople.prepare({ ...person, role: 'superadmin' }, password);
    await this.unitOfWork.run(async () => {
      if (await this.exists()) throw setUpClosed();
      await this.users.add(user);
      await this.setUps.claim(user.id, this.clock.now());
      await this.events.publish(PersonCreated, asActor(user), { userId: user.id, role: user.role });
    });
    return user.toBrief();
  }
}
