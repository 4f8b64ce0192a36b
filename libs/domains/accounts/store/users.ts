import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';

import { Database, isDuplicate } from '@desk/platform/database';

import { emailTaken } from '../model/errors';
import { emailKey } from '../model/folding';
import { User } from '../model/user';

@Injectable()
export class Users {
  constructor(private readonly database: Database) {}

  byId(id: string): Promise<User | null> {
    return this.database.read().findOneBy(User, { id });
  }

  /** As `byId`, for who is judged and written back whole: nobody changes them before this unit of work ends. */
  hold(id: string): Promise<User | null> {
    return this.database.hold(User, { id });
  }

  byEmail(email: string): Promise<User | null> {
    return this.database.read().findOneBy(User, { email_key: emailKey(email) });
  }

  /** @throws 409 when the address is taken. */
  async add(user: User): Promise<void> {
    await refuseTaken(this.database.write().insert(User, user));
  }

  /** @throws 409 when the address is taken. */
  async save(user: User): Promise<void> {
    await refuseTaken(this.database.write().update(User, { id: user.id }, user));
  }

  async noteLogin(id: string, at: Date): Promise<void> {
    await this.database.write().update(User, { id }, { last_login: at });
  }

  hasSuperadmin(): Promise<boolean> {
    return this.database.read().existsBy(User, { role: 'superadmin' });
  }

  hasOtherActiveSuperadmin(id: string): Promise<boolean> {
    return this.database.read().existsBy(User, { role: 'superadmin', is_active: true, id: Not(id) });
  }

  /**
   * Makes units of work that may take a superadmin away follow each other. Call it before anything is read: on MySQL
   * the first read decides which state of the rows a transaction sees.
   */
  async holdSuperadmins(): Promise<void> {
    await this.database
      .write()
      .query("UPDATE jrd_users SET updated_at = updated_at WHERE role = 'superadmin'");
  }
}

async function refuseTaken(write: Promise<unknown>): Promise<void> {
  try {
    await write;
  } catch (error) {
    // The address is the only thing about a person that must be unique.
    throw isDuplicate(error) ? emailTaken() : error;
  }
}
