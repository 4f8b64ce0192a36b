import { Injectable } from '@nestjs/common';

import {
  CommentAdded,
  TicketChanged,
  TicketDeleted,
  type TicketRef,
  TicketTouched,
} from '@desk/domains/tickets';
import type { TicketChangedPush } from '@desk/contracts';
import { type DeskEvent, On } from '@desk/platform/events';
import { Realtime, type Room, ticketCustomerRoom, ticketStaffRoom } from '@desk/platform/realtime';

/**
 * Live tickets: whoever watches one hears that it has changed, staff of every change, customers of theirs. A new
 * ticket has no watchers yet, and an assignment comes beside a change.
 */
@Injectable()
export class PushTickets {
  constructor(private readonly realtime: Realtime) {}

  @On<TicketRef>([TicketChanged, CommentAdded, TicketTouched], {
    name: 'notifications.push-ticket',
    outside: true,
  })
  async changed({ payload }: DeskEvent<TicketRef>): Promise<void> {
    const { ticketId, version, publicVersion, isPublic } = payload;
    this.push(ticketStaffRoom(ticketId), { ticket_id: ticketId, version });
    if (isPublic) {
      this.push(ticketCustomerRoom(ticketId), { ticket_id: ticketId, version: publicVersion });
    }
  }

  /** The last thing watchers hear; what they then ask for is answered by a 404. */
  @On(TicketDeleted, { name: 'notifications.push-deleted-ticket', outside: true })
  async deleted({ payload }: DeskEvent<TicketRef>): Promise<void> {
    const { ticketId, version, publicVersion } = payload;
    const rooms = [
      { room: ticketStaffRoom(ticketId), shown: version },
      { room: ticketCustomerRoom(ticketId), shown: publicVersion },
    ];
    for (const { room, shown } of rooms) {
      this.push(room, { ticket_id: ticketId, version: shown });
      this.realtime.empty(room);
    }
  }

  private push(room: Room, change: TicketChangedPush): void {
    this.realtime.toRoom(room, 'ticket:changed', change);
  }
}
