import { Injectable } from '@nestjs/common';

import { EventBus } from '@desk/platform/events';
import { Actor } from '@desk/platform/security';

import { PersonInvited } from '../model/events';
import { User } from '../model/user';
import { OneTimeMail } from './one-time-mail';

/** In the unit of work of its cause: a new link, which ends the one before. */
@Injectable()
export class SendInvitation {
  constructor(
    private readonly events: EventBus,
    private readonly oneTimeMail: OneTimeMail,
  ) {}

  async run(actor: Actor, { id: userId, email }: User): Promise<void> {
    const { id: linkId } = await this.oneTimeMail.issue('invitation', userId, email);
    await this.events.publish(PersonInvited, actor, { userId, linkId, email });
  }
}
