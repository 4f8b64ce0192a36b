import { Injectable } from '@nestjs/common';

import { isManager } from '@desk/contracts';
import { Clock } from '@desk/platform/clock';
import { UnitOfWork } from '@desk/platform/database';
import { forbidden } from '@desk/platform/errors';
import { EventBus } from '@desk/platform/events';
import { Actor } from '@desk/platform/security';

import { TicketDeleted } from '../model/events';
import { Activities } from '../store/activities';
import { Tickets } from '../store/tickets';
import { LoadTicket } from './load-ticket';
import { refOf } from './ticket-refs';

/** Into the trash: the rows stay, but from here on there is no such ticket for anybody. */
@Injectable()
export class DeleteTicket {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly tickets: Tickets,
    private readonly activities: Activities,
    private readonly load: LoadTicket,
    private readonly events: EventBus,
  ) {}

  async run(
    actor: Actor,
    input: { ticketId: string | number; expectedVersions?: readonly number[] | null },
  ): Promise<void> {
    if (actor.kind === 'person' && !isManager(actor.role)) throw forbidden('Only managers delete tickets');
    await this.unitOfWork.run(async () => {
      const ticket = await this.load.run(actor, input.ticketId, input.expectedVersions ?? null);
      const at = this.clock.now();
      ticket.putInTrash(at);
      await this.tickets.save(ticket);
      await this.activities.record(ticket.id, actor, at, [
        { type: 'updated', about: 'deletion', description: 'Deleted', isPublic: false },
      ]);
      await this.events.publish(TicketDeleted, actor, refOf(ticket, true));
    });
  }
}
