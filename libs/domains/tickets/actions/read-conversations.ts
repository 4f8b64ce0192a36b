import { Injectable } from '@nestjs/common';

import type { ActivityType, CommentType } from '@desk/contracts';
import { PeopleQueries, type PersonBrief } from '@desk/domains/accounts';
import { notFound } from '@desk/platform/errors';
import type { Slice } from '@desk/platform/http';
import { type Actor } from '@desk/platform/security';

import { ticketNotFound } from '../model/errors';
import {
  type ActivityRow,
  type AttachmentRow,
  type CommentRow,
  Conversations,
  type Stretch,
} from '../store/conversations';
import { TicketDetails } from '../store/ticket-details';

/** What comments are shown with: their files and the people who wrote them. */
export interface CommentSurroundings {
  files: AttachmentRow[];
  people: Map<string, PersonBrief>;
}

/** What screens read of what was said and done. Whether the actor may know of the ticket is always asked first. */
@Injectable()
export class ReadConversations {
  constructor(
    private readonly people: PeopleQueries,
    private readonly details: TicketDetails,
    private readonly conversations: Conversations,
  ) {}

  async comments(
    actor: Actor,
    key: string,
    types: readonly CommentType[] | undefined,
    stretch: Stretch,
  ): Promise<{ slice: Slice<CommentRow>; around: CommentSurroundings }> {
    const slice = await this.conversations.comments(actor, await this.visible(actor, key), types, stretch);
    return { slice, around: await this.around(slice.rows) };
  }

  /** @param after the id of the last comment that is left out. */
  async commentsAfter(
    actor: Actor,
    key: string,
    after: number,
  ): Promise<{ rows: CommentRow[]; around: CommentSurroundings }> {
    const rows = await this.conversations.commentsAfter(actor, await this.visible(actor, key), after);
    return { rows, around: await this.around(rows) };
  }

  /** One comment, for its author who has just written it. */
  async comment(actor: Actor, id: number): Promise<{ row: CommentRow; around: CommentSurroundings }> {
    const row = await this.conversations.comment(actor, id);
    if (row === null) throw notFound('comment');
    return { row, around: await this.around([row]) };
  }

  async activities(
    actor: Actor,
    key: string,
    types: readonly ActivityType[] | undefined,
    stretch: Stretch,
  ): Promise<{ slice: Slice<ActivityRow>; people: Map<string, PersonBrief> }> {
    const slice = await this.conversations.activities(actor, await this.visible(actor, key), types, stretch);
    return { slice, people: await this.peopleOf(slice.rows.map((activity) => activity.actor_id)) };
  }

  async attachments(
    actor: Actor,
    key: string,
    comment: number | null | undefined,
    stretch: Stretch,
  ): Promise<Slice<AttachmentRow>> {
    return this.conversations.attachments(actor, await this.visible(actor, key), comment, stretch);
  }

  /** @throws 404 also for a file on a ticket or a note that this person may not see. */
  async attachment(actor: Actor, id: number): Promise<AttachmentRow> {
    const attachment = await this.conversations.attachment(actor, id);
    if (attachment === null || (await this.details.idOf(actor, attachment.ticket_id)) === null) {
      throw notFound('attachment');
    }
    return attachment;
  }

  private async visible(actor: Actor, key: string): Promise<number> {
    const id = await this.details.idOf(actor, key);
    if (id === null) throw ticketNotFound();
    return id;
  }

  private async around(comments: readonly CommentRow[]): Promise<CommentSurroundings> {
    const [files, people] = await Promise.all([
      this.conversations.filesOf(comments.map((comment) => comment.id)),
      this.peopleOf(comments.map((comment) => comment.author_id)),
    ]);
    return { files, people };
  }

  private peopleOf(ids: readonly (string | null)[]): Promise<Map<string, PersonBrief>> {
    return this.people.briefs(ids.filter((id) => id !== null));
  }
}
