import { Injectable } from '@nestjs/common';

import { deadLink } from '../model/errors';
import { User } from '../model/user';
import { Users } from '../store/users';
import { OneTimeMail } from './one-time-mail';

/** Whom a link invites, for the page that it leads to. */
@Injectable()
export class CheckInvitation {
  constructor(
    private readonly users: Users,
    private readonly oneTimeMail: OneTimeMail,
  ) {}

  /** @throws 400 unless it is good now. */
  async run({ token }: { token: string }): Promise<User> {
    const link = await this.oneTimeMail.open(token, 'invitation');
    const user = await this.users.byId(link.user_id);
    if (user === null || user.invited_at === null) throw deadLink();
    return user;
  }
}
