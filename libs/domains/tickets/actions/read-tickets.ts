import { Injectable } from '@nestjs/common';

import { PeopleQueries, type PersonBrief } from '@desk/domains/accounts';
import { notFound } from '@desk/platform/errors';
import type { Slice } from '@desk/platform/http';
import { type Actor } from '@desk/platform/security';

import { ticketNotFound } from '../model/errors';
import { type CategoryBrief, LabelReads, type TagLink } from '../store/label-reads';
import {
  type ActivityRow,
  type AttachmentRow,
  type CommentRow,
  TicketDetails,
} from '../store/ticket-details';
import { TicketList, type TicketListQuery } from '../store/ticket-list';
import { type TicketDetailRow, type TicketRow } from '../store/ticket-row';

/** Rows of others that tickets are shown with, looked up in batches. */
export interface Surroundings {
  people: Map<string, PersonBrief>;
  categories: Map<number, CategoryBrief>;
  tags: TagLink[];
}

/** Comments with their files and the people who wrote them. */
export interface Conversation {
  comments: CommentRow[];
  files: AttachmentRow[];
  people: Map<string, PersonBrief>;
}

/** What screens read of tickets. Everything here asks the one visibility function in its first query. */
@Injectable()
export class ReadTickets {
  constructor(
    private readonly people: PeopleQueries,
    private readonly list: TicketList,
    private readonly details: TicketDetails,
    private readonly labels: LabelReads,
  ) {}

  async page(
    actor: Actor,
    query: TicketListQuery,
  ): Promise<{ slice: Slice<TicketRow>; around: Surroundings }> {
    const slice = await this.list.slice(actor, query);
    return { slice, around: await this.around(slice.rows) };
  }

  async one(actor: Actor, key: string | number): Promise<{ row: TicketDetailRow; around: Surroundings }> {
    const row = await this.details.ticket(actor, key);
    if (row === null) throw ticketNotFound();
    return { row, around: await this.around([row]) };
  }

  /** @param after the id of the last comment that is left out. */
  async comments(actor: Actor, key: string | number, after = 0): Promise<Conversation> {
    const ticketId = await this.visible(actor, key);
    const comments = await this.details.comments(actor, ticketId, after);
    const files = await this.details.attachments(actor, ticketId);
    return { comments, files, people: await this.peopleOf(comments.map((comment) => comment.author_id)) };
  }

  /** One comment, for its author who has just written it. */
  async comment(actor: Actor, id: number): Promise<Conversation> {
    const comment = await this.details.comment(actor, id);
    if (comment === null) throw notFound('comment');
    const files = await this.details.attachmentsOfComment(actor, id);
    return { comments: [comment], files, people: await this.peopleOf([comment.author_id]) };
  }

  async activities(
    actor: Actor,
    key: string | number,
  ): Promise<{ activities: ActivityRow[]; people: Map<string, PersonBrief> }> {
    const activities = await this.details.activities(actor, await this.visible(actor, key));
    return { activities, people: await this.peopleOf(activities.map((activity) => activity.actor_id)) };
  }

  async attachments(actor: Actor, key: string | number): Promise<AttachmentRow[]> {
    return this.details.attachments(actor, await this.visible(actor, key));
  }

  /** @throws 404 also for a file on a ticket or a note that this person may not see. */
  async attachment(actor: Actor, id: number): Promise<AttachmentRow> {
    const attachment = await this.details.attachment(actor, id);
    if (attachment === null) throw notFound('attachment');
    return attachment;
  }

  stats(actor: Actor): ReturnType<TicketList['byStatus']> {
    return this.list.byStatus(actor);
  }

  private async visible(actor: Actor, key: string | number): Promise<number> {
    const id = await this.details.idOf(actor, key);
    if (id === null) throw ticketNotFound();
    return id;
  }

  private async around(tickets: readonly TicketRow[]): Promise<Surroundings> {
    const [people, categories, tags] = await Promise.all([
      this.peopleOf(tickets.flatMap((ticket) => [ticket.customer_id, ticket.assigned_agent_id])),
      this.labels.categoriesById(known(tickets.map((ticket) => ticket.category_id))),
      this.labels.tagsOf(tickets.map((ticket) => ticket.id)),
    ]);
    return { people, categories, tags };
  }

  private peopleOf(ids: readonly (string | null)[]): Promise<Map<string, PersonBrief>> {
    return this.people.briefs(known(ids));
  }
}

function known<T>(values: readonly (T | null)[]): T[] {
  return [...new Set(values.filter((value) => value !== null))];
}
