import { Injectable } from '@nestjs/common';

import { Database } from '@desk/platform/database';
import { Upload } from '@desk/platform/storage';

import { Attachment } from '../model/attachment';
import { Comment } from '../model/comment';

@Injectable()
export class Comments {
  constructor(private readonly database: Database) {}

  /** @returns the new comment's id. */
  async add(comment: Omit<Comment, 'id'>): Promise<number> {
    return this.database.insert(Comment, comment);
  }

  /** Oldest first; without notes and system lines for whoever is not on staff. */
  async after(ticketId: number, lastSeen: number, staff: boolean): Promise<Comment[]> {
    const seen = staff ? '' : "AND c.comment_type = 'reply'";
    return this.database
      .read()
      .createQueryBuilder(Comment, 'c')
      .where(`c.ticket_id = :ticketId AND c.id > :lastSeen ${seen}`, { ticketId, lastSeen })
      .orderBy('c.id')
      .getMany();
  }

  async content(id: number): Promise<string | null> {
    const [row] = await this.database.rows<{ content: string }>(
      'SELECT content FROM jrd_ticket_comments WHERE id = ?',
      [id],
    );
    return row?.content ?? null;
  }

  async attach(
    ticketId: number,
    commentId: number | null,
    uploads: readonly Upload[],
    at: Date,
  ): Promise<void> {
    if (uploads.length === 0) return;
    await this.database.insert(
      Attachment,
      uploads.map((upload) => ({
        ticket_id: ticketId,
        comment_id: commentId,
        file: upload.sha256,
        filename: upload.filename,
        file_size: upload.file_size,
        content_type: upload.content_type,
        uploaded_by_id: upload.owner_id,
        uploaded_at: at,
      })),
    );
  }
}
