import { Injectable } from '@nestjs/common';

import { Priority, TicketSource } from '@desk/contracts';
import { Clock } from '@desk/platform/clock';
import { SearchIndex } from '@desk/platform/database';
import { EventBus } from '@desk/platform/events';
import { PersonActor } from '@desk/platform/security';
import { Uploads } from '@desk/platform/storage';

import { TicketCreated } from '../model/events';
import { Ticket } from '../model/ticket';
import { Activities, NewActivity } from '../store/activities';
import { Comments } from '../store/comments';
import { Tickets } from '../store/tickets';
import { TicketTags } from '../store/ticket-tags';
import { refOf } from './ticket-refs';

export interface NewTicket {
  title: string;
  /** Safe to show already. */
  description: string;
  /** The words of the description, for the search. */
  words: string;
  priority: Priority;
  source: TicketSource;
  category: number | null;
  /** User id. */
  customer: string;
  dueDate: Date | null;
  tags: readonly string[];
  uploadIds: readonly string[];
  /** The closed ticket that this one goes on from. */
  followUpOf?: Ticket;
}

/** The shared beginning of every ticket, inside its unit of work: row, files, search, tags, trail, event. */
@Injectable()
export class OpenTicket {
  constructor(
    private readonly clock: Clock,
    private readonly tickets: Tickets,
    private readonly ticketTags: TicketTags,
    private readonly comments: Comments,
    private readonly activities: Activities,
    private readonly uploads: Uploads,
    private readonly search: SearchIndex,
    private readonly events: EventBus,
  ) {}

  async run(actor: PersonActor, input: NewTicket): Promise<Ticket> {
    const at = this.clock.now();
    const ticket = Ticket.open({
      ...input,
      ticketId: '',
      categoryId: input.category,
      customerId: input.customer,
      followUpOf: input.followUpOf?.id ?? null,
      at,
    });
    await this.tickets.add(ticket);
    const files = await this.uploads.claim(actor.id, input.uploadIds);
    await this.comments.attach(ticket.id, null, files, at);
    await this.search.add({
      id: ticket.id,
      publicText: `${ticket.ticket_id} ${ticket.title} ${input.words}`,
      staffText: '',
    });
    // Before the event: rules for a new ticket may look at its tags.
    const tags = await this.ticketTags.add(ticket.id, input.tags);
    await this.activities.record(ticket.id, actor, at, [
      line('created', openingWords(input.followUpOf), ticket.ticket_id),
      ...files.map((file) => line('attachment_added', 'Attachment added', file.filename)),
      ...tags.map((tag) => line('tag_added', 'Tag added', tag)),
    ]);
    const { priority, status, source } = ticket;
    const said = { priority, status, source, createdAt: at.toISOString() };
    await this.events.publish(TicketCreated, actor, { ...refOf(ticket, true), ...said });
    return ticket;
  }
}

function openingWords(earlier: Ticket | undefined): string {
  return earlier === undefined ? 'Ticket created' : `Ticket created as a follow-up of ${earlier.ticket_id}`;
}

function line(type: NewActivity['type'], description: string, newValue: string): NewActivity {
  return { type, description, newValue, isPublic: true };
}
