import { Injectable } from '@nestjs/common';

import { conflict, invalidField } from '@desk/platform/errors';
import { PersonActor } from '@desk/platform/security';

import { User } from '../model/user';
import { Users } from '../store/users';
import { PasswordHasher } from './password-hasher';

/** Whoever changes what opens their account types their password again. */
@Injectable()
export class OwnPassword {
  constructor(
    private readonly users: Users,
    private readonly hasher: PasswordHasher,
  ) {}

  /** Slow on purpose: before the unit of work. @throws 400 naming `current_password` */
  async check(actor: PersonActor, typed: string): Promise<User> {
    const user = await this.users.byId(actor.id);
    const right = await this.hasher.matches(typed, user?.password_hash ?? null);
    if (user === null || !right) {
      throw invalidField('current_password', 'wrong_password', 'This is not your current password');
    }
    return user;
  }

  /** Within the unit of work that relies on it: whoever knew the old one is out as soon as there is another. @throws 409 */
  async hold(checked: User): Promise<User> {
    const user = await this.users.hold(checked.id);
    if (user === null || user.password_hash !== checked.password_hash) {
      throw conflict('password_changed_meanwhile', 'The password was changed from elsewhere meanwhile');
    }
    return user;
  }
}
