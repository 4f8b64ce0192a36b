import { Injectable } from '@nestjs/common';

import type { ActivityTopic, ActivityType, CommentType } from '@desk/contracts';
import { Database } from '@desk/platform/database';
import { Filter, Listing, type ListPage, MAX_PAGE_SIZE, type Slice } from '@desk/platform/http';
import { type Actor, isStaffActor } from '@desk/platform/security';

export interface CommentRow {
  id: number;
  author_id: string | null;
  author_name: string;
  content: string;
  comment_type: CommentType;
  created_at: string;
  updated_at: string;
}

export interface ActivityRow {
  id: number;
  activity_type: ActivityType;
  about: ActivityTopic | null;
  actor_id: string | null;
  actor_name: string;
  old_value: string;
  new_value: string;
  description: string;
  reason: string;
  created_at: string;
}

export interface AttachmentRow {
  id: number;
  ticket_id: number;
  comment_id: number | null;
  file: string;
  filename: string;
  file_size: number;
  content_type: string;
  uploaded_at: string;
}

/** Where in a list: oldest first unless `descending`. */
export type Stretch = ListPage & { descending: boolean };

const COMMENT = 'c.id, c.author_id, c.author_name, c.content, c.comment_type, c.created_at, c.updated_at';
const ACTIVITY =
  'id, activity_type, about, actor_id, actor_name, old_value, new_value, description, reason, created_at';
const ATTACHMENT =
  'a.id, a.ticket_id, a.comment_id, a.file, a.filename, a.file_size, a.content_type, a.uploaded_at';
const WITH_COMMENT = 'jrd_ticket_attachments a LEFT JOIN jrd_ticket_comments c ON c.id = a.comment_id';

/**
 * What was said and done on a ticket, in the order in which it was written down, which is that of an index. Whoever is
 * not on staff finds no notes, no system lines, no files of those and no internal lines of the trail.
 */
@Injectable()
export class Conversations {
  private readonly listing: Listing;

  constructor(private readonly database: Database) {
    this.listing = new Listing(database);
  }

  comments(
    actor: Actor,
    ticketId: number,
    types: readonly CommentType[] | undefined,
    stretch: Stretch,
  ): Promise<Slice<CommentRow>> {
    const { where, parameters } = commentsFor(actor)
      .is('c.ticket_id', ticketId)
      .anyOf('c.comment_type', types);
    const from = 'jrd_ticket_comments c';
    return this.listing.page({
      columns: COMMENT,
      from,
      where,
      parameters,
      key: 'c.id',
      sort: 'c.id',
      ...stretch,
    });
  }

  /** Oldest first, a page at most. */
  commentsAfter(actor: Actor, ticketId: number, id: number): Promise<CommentRow[]> {
    const filter = commentsFor(actor).is('c.ticket_id', ticketId).add('c.id > ?', id);
    return this.database.rows<CommentRow>(
      `SELECT ${COMMENT} FROM jrd_ticket_comments c${filter.clause()} ORDER BY c.id LIMIT ${MAX_PAGE_SIZE}`,
      filter.parameters,
    );
  }

  async comment(actor: Actor, id: number): Promise<CommentRow | null> {
    const filter = commentsFor(actor).is('c.id', id);
    const [row] = await this.database.rows<CommentRow>(
      `SELECT ${COMMENT} FROM jrd_ticket_comments c${filter.clause()}`,
      filter.parameters,
    );
    return row ?? null;
  }

  activities(
    actor: Actor,
    ticketId: number,
    types: readonly ActivityType[] | undefined,
    stretch: Stretch,
  ): Promise<Slice<ActivityRow>> {
    const filter = new Filter().is('ticket_id', ticketId).anyOf('activity_type', types);
    if (!isStaffActor(actor)) filter.add('is_public = 1');
    const { where, parameters } = filter;
    const from = 'jrd_ticket_activities';
    return this.listing.page({
      columns: ACTIVITY,
      from,
      where,
      parameters,
      key: 'id',
      sort: 'id',
      ...stretch,
    });
  }

  /** @param comment the files of one comment; null: those that came with the ticket itself. */
  attachments(
    actor: Actor,
    ticketId: number,
    comment: number | null | undefined,
    stretch: Stretch,
  ): Promise<Slice<AttachmentRow>> {
    const filter = filesFor(actor).is('a.ticket_id', ticketId);
    if (comment === null) filter.add('a.comment_id IS NULL');
    else filter.is('a.comment_id', comment);
    const { where, parameters } = filter;
    const columns = ATTACHMENT;
    return this.listing.page({
      columns,
      from: WITH_COMMENT,
      where,
      parameters,
      key: 'a.id',
      sort: 'a.id',
      ...stretch,
    });
  }

  async filesOf(commentIds: readonly number[]): Promise<AttachmentRow[]> {
    if (commentIds.length === 0) return [];
    const filter = new Filter().anyOf('a.comment_id', commentIds);
    return this.database.rows<AttachmentRow>(
      `SELECT ${ATTACHMENT} FROM jrd_ticket_attachments a${filter.clause()} ORDER BY a.id`,
      filter.parameters,
    );
  }

  /** Of any ticket: whether this person may know of that one is asked elsewhere. */
  async attachment(actor: Actor, id: number): Promise<AttachmentRow | null> {
    const filter = filesFor(actor).is('a.id', id);
    const [row] = await this.database.rows<AttachmentRow>(
      `SELECT ${ATTACHMENT} FROM ${WITH_COMMENT}${filter.clause()}`,
      filter.parameters,
    );
    return row ?? null;
  }
}

function commentsFor(actor: Actor): Filter {
  return isStaffActor(actor) ? new Filter() : new Filter().add("c.comment_type = 'reply'");
}

function filesFor(actor: Actor): Filter {
  const filter = new Filter();
  return isStaffActor(actor) ? filter : filter.add("(a.comment_id IS NULL OR c.comment_type = 'reply')");
}
