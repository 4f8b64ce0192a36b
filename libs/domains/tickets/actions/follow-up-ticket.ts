import { Injectable } from '@nestjs/common';

import { Clock } from '@desk/platform/clock';
import { EventBus } from '@desk/platform/events';
import { PersonActor } from '@desk/platform/security';

import { TicketTouched } from '../model/events';
import { Ticket } from '../model/ticket';
import { Activities } from '../store/activities';
import { Tickets } from '../store/tickets';
import { OpenTicket } from './open-ticket';
import { refOf } from './ticket-refs';

/** What a customer writes on a closed ticket, inside its unit of work: a new ticket that goes on from it. */
@Injectable()
export class FollowUpTicket {
  constructor(
    private readonly clock: Clock,
    private readonly tickets: Tickets,
    private readonly activities: Activities,
    private readonly open: OpenTicket,
    private readonly events: EventBus,
  ) {}

  async run(
    actor: PersonActor,
    closed: Ticket,
    reply: { description: string; words: string; uploadIds: readonly string[] },
  ): Promise<Ticket> {
    const ticket = await this.open.run(actor, {
      ...reply,
      title: closed.title,
      priority: closed.priority,
      source: actor.browser ? 'web' : 'api',
      category: closed.category_id,
      customer: closed.customer_id,
      dueDate: null,
      tags: [],
      followUpOf: closed,
    });
    const at = this.clock.now();
    closed.touch(at, false);
    await this.tickets.save(closed);
    const description = `Followed up by ${ticket.ticket_id}`;
    await this.activities.record(closed.id, actor, at, [
      { type: 'updated', about: 'follow_up', newValue: ticket.ticket_id, description, isPublic: false },
    ]);
    await this.events.publish(TicketTouched, actor, refOf(closed, false));
    return ticket;
  }
}
