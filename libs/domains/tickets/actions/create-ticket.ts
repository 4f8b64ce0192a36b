import { Injectable } from '@nestjs/common';

import { Priority, TicketSource } from '@desk/contracts';
import { PeopleQueries } from '@desk/domains/accounts';
import { Clock } from '@desk/platform/clock';
import { SearchIndex, UnitOfWork } from '@desk/platform/database';
import { invalidField } from '@desk/platform/errors';
import { EventBus } from '@desk/platform/events';
import { PersonActor } from '@desk/platform/security';
import { Uploads } from '@desk/platform/storage';

import { TicketCreated } from '../model/events';
import { plainText, safeContent } from './content';
import { Ticket } from '../model/ticket';
import { Activities } from '../store/activities';
import { Comments } from '../store/comments';
import { Labels } from '../store/labels';
import { TicketTags } from '../store/ticket-tags';
import { Tickets } from '../store/tickets';
import { refOf } from './ticket-refs';

export interface CreateTicketInput {
  title: string;
  description: string;
  priority: Priority;
  source: TicketSource;
  category: number | null;
  /** User id; the actor unless staff asks for somebody else. */
  customer: string;
  dueDate: Date | null;
  tags: readonly string[];
  uploadIds: readonly string[];
}

@Injectable()
export class CreateTicket {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly people: PeopleQueries,
    private readonly tickets: Tickets,
    private readonly labels: Labels,
    private readonly ticketTags: TicketTags,
    private readonly comments: Comments,
    private readonly activities: Activities,
    private readonly uploads: Uploads,
    private readonly search: SearchIndex,
    private readonly events: EventBus,
  ) {}

  /** Deadlines and rules have had their say when this answers: they listen within. @returns the ticket's id. */
  async run(actor: PersonActor, input: CreateTicketInput): Promise<number> {
    const description = safeContent(input.description);
    return this.unitOfWork.run(async () => {
      await this.assertKnown(input);
      const at = this.clock.now();
      const ticket = Ticket.open({
        ...input,
        ticketId: '',
        description,
        categoryId: input.category,
        customerId: input.customer,
        at,
      });
      await this.tickets.add(ticket);
      const files = await this.uploads.claim(actor.id, input.uploadIds);
      await this.comments.attach(ticket.id, null, files, at);
      await this.search.put({
        id: ticket.id,
        publicText: `${ticket.ticket_id} ${ticket.title} ${plainText(description)}`,
        staffText: '',
      });
      // Before the event: rules for a new ticket may look at its tags.
      const tags = await this.ticketTags.add(ticket.id, input.tags);
      await this.activities.record(ticket.id, actor, at, [
        { type: 'created', newValue: ticket.ticket_id, description: 'Ticket created', isPublic: true },
        ...files.map((file) => ({
          type: 'attachment_added' as const,
          newValue: file.filename,
          description: 'Attachment added',
          isPublic: true,
        })),
        ...tags.map((tag) => ({
          type: 'tag_added' as const,
          newValue: tag,
          description: 'Tag added',
          isPublic: true,
        })),
      ]);
      const { priority, status, source } = ticket;
      await this.events.publish(TicketCreated, actor, {
        ...refOf(ticket),
        priority,
        status,
        source,
        createdAt: at.toISOString(),
      });
      return ticket.id;
    });
  }

  private async assertKnown(input: CreateTicketInput): Promise<void> {
    const category = input.category === null ? null : await this.labels.category(input.category);
    if (input.category !== null && category?.is_active !== true) {
      throw invalidField('category', 'unknown_category', 'There is no such category');
    }
    if ((await this.people.find(input.customer))?.is_active !== true) {
      throw invalidField('customer', 'unknown_customer', 'There is no active person with this id');
    }
  }
}
