import { Injectable } from '@nestjs/common';

import { isStaff, Role } from '@desk/contracts';
import { Clock } from '@desk/platform/clock';
import { UnitOfWork } from '@desk/platform/database';
import { EventBus } from '@desk/platform/events';
import { Actor } from '@desk/platform/security';

import { emailTaken } from '../model/errors';
import { PersonCreated } from '../model/events';
import { requireProven } from '../model/proof';
import { User } from '../model/user';
import { requireMayCreate, requireMayTouch } from '../model/user-access';
import { Users } from '../store/users';
import { NewPeople } from './new-people';
import { OneTimeMail } from './one-time-mail';
import { SendInvitation } from './send-invitation';

export interface InvitationInput {
  email: string;
  first_name: string;
  last_name: string;
  role: Role;
  department?: string;
  job_title?: string;
}

/** Somebody who is in the list of people at once, and active once they accept by the mailed link. */
@Injectable()
export class InvitePerson {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly events: EventBus,
    private readonly users: Users,
    private readonly newPeople: NewPeople,
    private readonly oneTimeMail: OneTimeMail,
    private readonly sendInvitation: SendInvitation,
  ) {}

  /** @throws 409 when the address belongs to somebody, unless their invitation was withdrawn before they came. */
  async run(actor: Actor, input: InvitationInput): Promise<string> {
    requireMayCreate(actor, input.role);
    if (isStaff(input.role)) requireProven(actor, this.clock.now());
    const fresh = await this.newPeople.prepare(input, null);
    return this.unitOfWork.run(async () => {
      const known = await this.users.byEmail(input.email);
      const user = known === null ? await this.add(actor, fresh) : await this.again(actor, known.id, input);
      await this.sendInvitation.run(actor, user);
      return user.id;
    });
  }

  private async add(actor: Actor, user: User): Promise<User> {
    user.invite(this.clock.now());
    await this.users.add(user);
    await this.events.publish(PersonCreated, actor, { userId: user.id, role: user.role });
    return user;
  }

  private async again(actor: Actor, id: string, { email, role, ...profile }: InvitationInput): Promise<User> {
    const user = await this.users.hold(id);
    if (user === null || !user.neverCame) throw emailTaken();
    requireMayTouch(actor, user);
    await this.oneTimeMail.requireFewer(user.id, 'invitation');
    const now = this.clock.now();
    user.change(profile, now);
    user.moveTo(email);
    user.become(role);
    user.invite(now);
    await this.users.save(user);
    return user;
  }
}
