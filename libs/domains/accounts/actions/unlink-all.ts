import { Injectable } from '@nestjs/common';

import { EventBus } from '@desk/platform/events';
import { Actor } from '@desk/platform/security';

import { SecurityChanged } from '../model/events';
import { Identities } from '../store/identities';

/** No provider opens this account any more, and its owner hears of it: within the unit of work of whatever makes it so. */
@Injectable()
export class UnlinkAll {
  constructor(
    private readonly events: EventBus,
    private readonly identities: Identities,
  ) {}

  async of(actor: Actor, userId: string): Promise<void> {
    if (!(await this.identities.removeAllOf(userId))) return;
    await this.events.publish(SecurityChanged, actor, { userId, change: 'identity_unlinked' });
  }
}
