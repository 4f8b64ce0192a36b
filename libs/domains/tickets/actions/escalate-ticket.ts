import { Injectable } from '@nestjs/common';

import { Clock } from '@desk/platform/clock';
import { UnitOfWork } from '@desk/platform/database';
import { EventBus } from '@desk/platform/events';
import { Actor } from '@desk/platform/security';

import { TicketChanged } from '../model/events';
import { Activities } from '../store/activities';
import { Tickets } from '../store/tickets';
import { LoadTicket } from './load-ticket';
import { refOf } from './ticket-refs';

@Injectable()
export class EscalateTicket {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly tickets: Tickets,
    private readonly activities: Activities,
    private readonly load: LoadTicket,
    private readonly events: EventBus,
  ) {}

  /** One level up; the customer sees nothing of it. @throws conflict `escalation_limit` at level 3. */
  async run(
    actor: Actor,
    input: { ticketId: string | number; reason?: string; expectedVersions?: readonly number[] | null },
  ): Promise<number> {
    return this.unitOfWork.run(async () => {
      const ticket = await this.load.run(actor, input.ticketId, input.expectedVersions);
      const before = ticket.escalation_level;
      ticket.escalate();
      const after = ticket.escalation_level;
      const at = this.clock.now();
      ticket.touch(at, false);
      await this.tickets.save(ticket);
      const reason = input.reason ?? '';
      await this.activities.record(ticket.id, actor, at, [
        {
          type: 'escalated',
          oldValue: String(before),
          newValue: String(after),
          description:
            reason === '' ? `Escalated to level ${after}` : `Escalated to level ${after}: ${reason}`,
          reason,
          isPublic: false,
        },
      ]);
      const changes = { escalation_level: { before, after } };
      await this.events.publish(TicketChanged, actor, {
        ...refOf(ticket, false),
        changes,
        at: at.toISOString(),
      });
      return ticket.id;
    });
  }
}
