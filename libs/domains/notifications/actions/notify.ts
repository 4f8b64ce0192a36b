import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';

import type { NotificationType } from '@desk/contracts';
import { Actor, personId } from '@desk/platform/security';

import { WriteNotices } from './write-notices';

export interface NotifyInput {
  userIds: readonly string[];
  type: NotificationType;
  title: string;
  message: string;
  ticketId: number | null;
}

/** For the domains above: tells the people they name, but nobody of their own act or of a ticket they may not read. */
@Injectable()
export class Notify {
  constructor(private readonly writeNotices: WriteNotices) {}

  async run(actor: Actor, { userIds, type, title, message, ticketId }: NotifyInput): Promise<void> {
    const others = userIds.filter((userId) => userId !== personId(actor));
    const notices = others.map((userId) => ({ userId, type, title, message, forCustomers: true }));
    // Each call is an event of its own; a rule that tells somebody twice means it.
    await this.writeNotices.run(uuidv7(), ticketId, notices);
  }
}
