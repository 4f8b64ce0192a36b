import { Injectable } from '@nestjs/common';

import { notFound } from '@desk/platform/errors';
import { SystemActor } from '@desk/platform/security';

import { PersonBrief } from '../model/person-brief';
import { Users } from '../store/users';
import { RemoveSecondFactor } from './remove-second-factor';

/** From the command line: for the superadmin who has lost telephone and recovery codes, and whom nobody else can help. */
@Injectable()
export class ResetSecondFactor {
  constructor(
    private readonly users: Users,
    private readonly removeSecondFactor: RemoveSecondFactor,
  ) {}

  async run(actor: SystemActor, email: string): Promise<PersonBrief> {
    const user = await this.users.byEmail(email);
    if (user === null) throw notFound('user');
    await this.removeSecondFactor.run(actor, user.id);
    return user.toBrief();
  }
}
