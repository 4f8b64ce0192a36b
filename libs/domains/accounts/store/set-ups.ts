import { Injectable } from '@nestjs/common';

import { Database, isDuplicate } from '@desk/platform/database';

import { setUpClosed } from '../model/errors';
import { FIRST_SUPERADMIN, SetUp } from '../model/set-up';

@Injectable()
export class SetUps {
  constructor(private readonly database: Database) {}

  /** @throws 409 when somebody else has done it, even a moment ago. */
  async claim(userId: string, now: Date): Promise<void> {
    try {
      await this.database.write().insert(SetUp, { id: FIRST_SUPERADMIN, user_id: userId, created_at: now });
    } catch (error) {
      throw isDuplicate(error) ? setUpClosed() : error;
    }
  }
}
