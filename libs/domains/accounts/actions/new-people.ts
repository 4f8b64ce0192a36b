import { Injectable } from '@nestjs/common';

import { Clock } from '@desk/platform/clock';
import { Config } from '@desk/platform/config';
import { PersonActor } from '@desk/platform/security';

import { NewUser, User } from '../model/user';
import { requireTimeZone } from '../model/time-zone';
import { PasswordHasher } from './password-hasher';

export type PersonDraft = Omit<NewUser, 'password_hash' | 'timezone_pref'> & { timezone_pref?: string };

/** Makes the entity of a new person, hashing included, before a unit of work is open. */
@Injectable()
export class NewPeople {
  constructor(
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly hasher: PasswordHasher,
  ) {}

  async prepare(
    { timezone_pref = this.config.timeZone, ...draft }: PersonDraft,
    password: string | null,
  ): Promise<User> {
    requireTimeZone(timezone_pref);
    const password_hash = password === null ? null : await this.hasher.hash(password);
    return User.create({ ...draft, timezone_pref, password_hash }, this.clock.now());
  }

  /** For whom there is nothing to hash, so that it can be done in a unit of work. */
  withoutPassword(draft: Omit<PersonDraft, 'timezone_pref'>): User {
    const { timeZone } = this.config;
    return User.create({ ...draft, timezone_pref: timeZone, password_hash: null }, this.clock.now());
  }
}

/** People who make their own account act as themselves. */
export function asActor(user: User): PersonActor {
  const { id, role, full_name, email } = user;
  return { kind: 'person', id, role, name: full_name, email, sessionId: null, browser: false };
}
