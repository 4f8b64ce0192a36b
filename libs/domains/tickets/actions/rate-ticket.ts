import { Injectable } from '@nestjs/common';

import { Clock } from '@desk/platform/clock';
import { UnitOfWork } from '@desk/platform/database';
import { conflict, forbidden } from '@desk/platform/errors';
import { EventBus } from '@desk/platform/events';
import { type Actor, isCustomerActor } from '@desk/platform/security';

import { TicketChanged } from '../model/events';
import { Activities } from '../store/activities';
import { Tickets } from '../store/tickets';
import { LoadTicket } from './load-ticket';
import { refOf } from './ticket-refs';

@Injectable()
export class RateTicket {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly tickets: Tickets,
    private readonly activities: Activities,
    private readonly load: LoadTicket,
    private readonly events: EventBus,
  ) {}

  /** The customer's own word on a solved ticket; a later one takes its place. */
  async run(
    actor: Actor,
    input: {
      ticketId: string | number;
      rating: number;
      feedback: string;
      expectedVersions?: readonly number[] | null;
    },
  ): Promise<number> {
    if (!isCustomerActor(actor)) throw forbidden('Only the customer rates a ticket');
    return this.unitOfWork.run(async () => {
      const ticket = await this.load.run(actor, input.ticketId, input.expectedVersions);
      if (!ticket.isSolved) throw conflict('not_resolved', 'A ticket can be rated once it is resolved');
      const before = ticket.csat_rating;
      ticket.rate(input.rating, input.feedback === '' ? null : input.feedback);
      const at = this.clock.now();
      ticket.touch(at, true);
      await this.tickets.save(ticket);
      const [oldValue, newValue] = [before === null ? '' : String(before), String(input.rating)];
      await this.activities.record(ticket.id, actor, at, [
        { type: 'updated', about: 'rating', oldValue, newValue, description: 'Rated', isPublic: true },
      ]);
      const changes = { csat_rating: { before, after: input.rating } };
      await this.events.publish(TicketChanged, actor, {
        ...refOf(ticket, true),
        changes,
        at: at.toISOString(),
      });
      return ticket.id;
    });
  }
}
