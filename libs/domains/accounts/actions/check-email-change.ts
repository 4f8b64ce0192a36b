import { Injectable } from '@nestjs/common';

import { PersonActor } from '@desk/platform/security';

import { OneTimeMail } from './one-time-mail';

/** Which address a link is about to move the account to: its owner looks at it before they say yes. */
@Injectable()
export class CheckEmailChange {
  constructor(private readonly oneTimeMail: OneTimeMail) {}

  /** @throws 400 unless the link is good, and this person's own. */
  async run(actor: PersonActor, { token }: { token: string }): Promise<{ email: string }> {
    const { email } = await this.oneTimeMail.open(token, 'change', actor.id);
    return { email };
  }
}
