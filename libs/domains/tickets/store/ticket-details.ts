import { Injectable } from '@nestjs/common';

import type { ActivityTopic, ActivityType, CommentType } from '@desk/contracts';
import { Database } from '@desk/platform/database';
import { type Actor, isStaffActor } from '@desk/platform/security';

import { visibleTo } from '../model/ticket-access';
import { DETAIL_COLUMNS, type TicketDetailRow } from './ticket-row';

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

const COMMENT = 'c.id, c.author_id, c.author_name, c.content, c.comment_type, c.created_at, c.updated_at';
const ACTIVITY =
  'id, activity_type, about, actor_id, actor_name, old_value, new_value, description, created_at';
const ATTACHMENT =
  'a.id, a.ticket_id, a.comment_id, a.file, a.filename, a.file_size, a.content_type, a.uploaded_at';

/** What one ticket's page shows, as columns. Whoever may not know of the ticket finds nothing. */
@Injectable()
export class TicketDetails {
  constructor(private readonly database: Database) {}

  async ticket(actor: Actor, key: string | number): Promise<TicketDetailRow | null> {
    return this.one<TicketDetailRow>(actor, key, DETAIL_COLUMNS);
  }

  async idOf(actor: Actor, key: string | number): Promise<number | null> {
    return (await this.one<{ id: number }>(actor, key, 't.id'))?.id ?? null;
  }

  /** Oldest first; without notes and system lines for whoever is not on staff. `after` leaves out older ones. */
  comments(actor: Actor, ticketId: number, after = 0): Promise<CommentRow[]> {
    return this.database.rows<CommentRow>(
      `SELECT ${COMMENT} FROM jrd_ticket_comments c WHERE c.ticket_id = ? AND c.id > ?${publicOnly(actor)}
       ORDER BY c.id`,
      [ticketId, after],
    );
  }

  async comment(actor: Actor, id: number): Promise<CommentRow | null> {
    const [row] = await this.database.rows<CommentRow>(
      `SELECT ${COMMENT} FROM jrd_ticket_comments c WHERE c.id = ?${publicOnly(actor)}`,
      [id],
    );
    return row ?? null;
  }

  activities(actor: Actor, ticketId: number): Promise<ActivityRow[]> {
    return this.database.rows<ActivityRow>(
      `SELECT ${ACTIVITY} FROM jrd_ticket_activities
       WHERE ticket_id = ?${isStaffActor(actor) ? '' : ' AND is_public = 1'} ORDER BY id`,
      [ticketId],
    );
  }

  /** Files of the ticket itself and of the comments that this person may read. */
  attachments(actor: Actor, ticketId: number): Promise<AttachmentRow[]> {
    return this.files(actor, 'a.ticket_id = ?', ticketId);
  }

  attachmentsOfComment(actor: Actor, commentId: number): Promise<AttachmentRow[]> {
    return this.files(actor, 'a.comment_id = ?', commentId);
  }

  async attachment(actor: Actor, id: number): Promise<AttachmentRow | null> {
    const [row] = await this.files(actor, 'a.id = ?', id);
    return row === undefined || (await this.idOf(actor, row.ticket_id)) === null ? null : row;
  }

  private files(actor: Actor, condition: string, value: number): Promise<AttachmentRow[]> {
    const seen = isStaffActor(actor) ? '' : " AND (a.comment_id IS NULL OR c.comment_type = 'reply')";
    return this.database.rows<AttachmentRow>(
      `SELECT ${ATTACHMENT} FROM jrd_ticket_attachments a LEFT JOIN jrd_ticket_comments c ON c.id = a.comment_id
       WHERE ${condition}${seen} ORDER BY a.id`,
      [value],
    );
  }

  /** By the integer id or by the number people see, in either case of letters. */
  private async one<T>(actor: Actor, key: string | number, columns: string): Promise<T | null> {
    const byId = typeof key === 'number' || /^\d{1,9}$/.test(key);
    const { sql, parameters } = visibleTo(actor);
    const [row] = await this.database.rows<T>(
      `SELECT ${columns} FROM jrd_tickets t WHERE ${byId ? 't.id' : 't.ticket_id'} = ? AND ${sql}`,
      [byId ? Number(key) : key.toUpperCase(), ...parameters],
    );
    return row ?? null;
  }
}

function publicOnly(actor: Actor): string {
  return isStaffActor(actor) ? '' : " AND c.comment_type = 'reply'";
}
