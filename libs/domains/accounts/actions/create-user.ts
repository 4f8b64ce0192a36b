import { Injectable } from '@nestjs/common';

import { isStaff } from '@desk/contracts';
import { Clock } from '@desk/platform/clock';
import { UnitOfWork } from '@desk/platform/database';
import { EventBus } from '@desk/platform/events';
import { Actor } from '@desk/platform/security';

import { PersonCreated } from '../model/events';
import { requireGoodPassword } from '../model/password-rules';
import { PersonBrief } from '../model/person-brief';
import { requireProven } from '../model/proof';
import { requireMayCreate } from '../model/user-access';
import { Users } from '../store/users';
import { NewPeople, PersonDraft } from './new-people';

/** `password` null: an account that cannot be signed in to with a password. */
export type CreateUserInput = PersonDraft & { password: string | null };

@Injectable()
export class CreateUser {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly events: EventBus,
    private readonly users: Users,
    private readonly newPeople: NewPeople,
  ) {}

  async run(actor: Actor, { password, ...draft }: CreateUserInput): Promise<PersonBrief> {
    requireMayCreate(actor, draft.role);
    // Whoever makes a colleague with a password of their choice can be that colleague.
    if (isStaff(draft.role)) requireProven(actor, this.clock.now());
    if (password !== null) requireGoodPassword(password, draft);
    const user = await this.newPeople.prepare(draft, password);
    await this.unitOfWork.run(async () => {
      await this.users.add(user);
      await this.events.publish(PersonCreated, actor, { userId: user.id, role: user.role });
    });
    return user.toBrief();
  }
}
