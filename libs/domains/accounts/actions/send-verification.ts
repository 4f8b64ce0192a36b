import { Injectable } from '@nestjs/common';

import { EventBus } from '@desk/platform/events';
import { Actor } from '@desk/platform/security';

import { EmailVerificationRequested } from '../model/events';
import { User } from '../model/user';
import { OneTimeMail } from './one-time-mail';

/** In the unit of work of its cause: a link that proves the address of an account. */
@Injectable()
export class SendVerification {
  constructor(
    private readonly events: EventBus,
    private readonly oneTimeMail: OneTimeMail,
  ) {}

  async run(actor: Actor, { id: userId, email }: User): Promise<void> {
    const { id: linkId } = await this.oneTimeMail.issue('verify', userId, email);
    await this.events.publish(EmailVerificationRequested, actor, { userId, linkId, email });
  }
}
