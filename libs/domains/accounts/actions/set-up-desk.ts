import { Injectable } from '@nestjs/common';

import { setUpClosed } from '../model/errors';
import { requireGoodPassword } from '../model/password-rules';
import { PersonBrief } from '../model/person-brief';
import { FirstSuperadmin, SetUpInput } from './first-superadmin';

/** What the set-up page does, once. */
@Injectable()
export class SetUpDesk {
  constructor(private readonly first: FirstSuperadmin) {}

  async isOpen(): Promise<boolean> {
    return !(await this.first.exists());
  }

  async run(input: SetUpInput): Promise<PersonBrief> {
    // Before the slow hash: a closed set-up page costs nothing to ask.
    if (await this.first.exists()) throw setUpClosed();
    requireGoodPassword(input.password, input);
    return this.first.create(input);
  }
}
