import { Injectable } from '@nestjs/common';

import { PeopleQueries, type PersonBrief } from '@desk/domains/accounts';
import { notFound } from '@desk/platform/errors';
import type { Slice } from '@desk/platform/http';
import { type Actor, isStaffActor } from '@desk/platform/security';

import { ticketNotFound } from '../model/errors';
import type { Activity } from '../model/activity';
import type { Attachment } from '../model/attachment';
import type { Category } from '../model/category';
import type { Comment } from '../model/comment';
import type { Ticket } from '../model/ticket';
import { type TagLink, TicketDetails } from '../store/ticket-details';
import { TicketList, type TicketListQuery, type TicketRow } from '../store/ticket-list';
import { LoadTicket } from './load-ticket';

/** Rows of others that tickets are shown with, looked up in batches. */
export interface Surroundings {
  people: Map<string, PersonBrief>;
  categories: Map<number, Category>;
  tags: TagLink[];
}

interface HasPeople {
  id: number;
  customer_id: string;
  assigned_agent_id: string | null;
}

/** What screens read of tickets. Everything here asks the one visibility function first. */
@Injectable()
export class ReadTickets {
  constructor(
    private readonly people: PeopleQueries,
    private readonly list: TicketList,
    private readonly details: TicketDetails,
    private readonly load: LoadTicket,
  ) {}

  async page(
    actor: Actor,
    query: TicketListQuery,
  ): Promise<{ slice: Slice<TicketRow>; around: Surroundings }> {
    const slice = await this.list.slice(actor, query);
    return { slice, around: await this.around(slice.rows) };
  }

  async one(
    actor: Actor,
    key: string | number,
  ): Promise<{ ticket: Ticket; row: TicketRow; around: Surroundings }> {
    const ticket = await this.load.run(actor, key);
    const row = await this.list.row(ticket.id);
    if (row === null) throw ticketNotFound();
    return { ticket, row, around: await this.around([row]) };
  }

  async comments(
    actor: Actor,
    key: string | number,
  ): Promise<{ comments: Comment[]; files: Attachment[]; people: Map<string, PersonBrief> }> {
    const ticket = await this.load.run(actor, key);
    const comments = await this.details.comments(ticket.id, isStaffActor(actor));
    const people = await this.peopleOf(comments.map((comment) => comment.author_id));
    return { comments, files: await this.filesSeenBy(actor, ticket.id, comments), people };
  }

  async activities(
    actor: Actor,
    key: string | number,
  ): Promise<{ activities: Activity[]; people: Map<string, PersonBrief> }> {
    const ticket = await this.load.run(actor, key);
    const activities = await this.details.activities(ticket.id, isStaffActor(actor));
    return { activities, people: await this.peopleOf(activities.map((activity) => activity.actor_id)) };
  }

  async attachments(actor: Actor, key: string | number): Promise<Attachment[]> {
    const ticket = await this.load.run(actor, key);
    return this.filesSeenBy(actor, ticket.id, await this.details.comments(ticket.id, isStaffActor(actor)));
  }

  /** @throws 404 also for a file on a ticket or a note that this person may not see. */
  async attachment(actor: Actor, id: number): Promise<Attachment> {
    const attachment = await this.details.attachment(id);
    if (attachment === null) throw notFound('attachment');
    await this.load.run(actor, attachment.ticket_id);
    const comment = attachment.comment_id === null ? null : await this.details.comment(attachment.comment_id);
    if (comment !== null && comment.comment_type !== 'reply' && !isStaffActor(actor))
      throw notFound('attachment');
    return attachment;
  }

  categories(): Promise<Category[]> {
    return this.details.categories();
  }

  stats(actor: Actor): ReturnType<TicketList['byStatus']> {
    return this.list.byStatus(actor);
  }

  private async filesSeenBy(actor: Actor, ticketId: number, seen: readonly Comment[]): Promise<Attachment[]> {
    const files = await this.details.attachments(ticketId);
    if (isStaffActor(actor)) return files;
    const ids = new Set(seen.map((comment) => comment.id));
    return files.filter((file) => file.comment_id === null || ids.has(file.comment_id));
  }

  private async around(tickets: readonly HasPeople[]): Promise<Surroundings> {
    const people = await this.peopleOf(
      tickets.flatMap((ticket) => [ticket.customer_id, ticket.assigned_agent_id]),
    );
    const categories = new Map((await this.details.categories()).map((category) => [category.id, category]));
    return { people, categories, tags: await this.details.tagsOf(tickets.map((ticket) => ticket.id)) };
  }

  private peopleOf(ids: readonly (string | null)[]): Promise<Map<string, PersonBrief>> {
    return this.people.briefs([...new Set(ids.filter((id) => id !== null))]);
  }
}
