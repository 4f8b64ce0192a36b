import { Injectable } from '@nestjs/common';

import { Database } from '@desk/platform/database';

import { Activity } from '../model/activity';
import { Attachment } from '../model/attachment';
import { Category } from '../model/category';
import { Comment } from '../model/comment';

export interface TagLink {
  ticket_id: number;
  name: string;
  color: string;
}

/** What is shown with tickets, many at a time. `staff` false leaves out what customers never see. */
@Injectable()
export class TicketDetails {
  constructor(private readonly database: Database) {}

  tagsOf(ticketIds: readonly number[]): Promise<TagLink[]> {
    if (ticketIds.length === 0) return Promise.resolve([]);
    return this.database.rows<TagLink>(
      `SELECT l.ticket_id, g.name, g.color FROM jrd_ticket_tags l JOIN jrd_tags g ON g.id = l.tag_id
       WHERE l.ticket_id IN (${ticketIds.map(() => '?').join(', ')}) ORDER BY g.name_key`,
      [...ticketIds],
    );
  }

  categories(): Promise<Category[]> {
    return this.database.read().find(Category, { order: { name_key: 'ASC' } });
  }

  comments(ticketId: number, staff: boolean): Promise<Comment[]> {
    const mine = staff ? { ticket_id: ticketId } : { ticket_id: ticketId, comment_type: 'reply' as const };
    return this.database.read().find(Comment, { where: mine, order: { id: 'ASC' } });
  }

  activities(ticketId: number, staff: boolean): Promise<Activity[]> {
    const where = staff ? { ticket_id: ticketId } : { ticket_id: ticketId, is_public: true };
    return this.database.read().find(Activity, { where, order: { id: 'ASC' } });
  }

  attachments(ticketId: number): Promise<Attachment[]> {
    return this.database.read().find(Attachment, { where: { ticket_id: ticketId }, order: { id: 'ASC' } });
  }

  attachment(id: number): Promise<Attachment | null> {
    return this.database.read().findOneBy(Attachment, { id });
  }

  comment(id: number): Promise<Comment | null> {
    return this.database.read().findOneBy(Comment, { id });
  }
}
