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

  /** Id of the last one, 0 without any; for whoever is not on staff notes and system lines are not there. */
  async newest(ticketId: number, staff: boolean): Promise<number> {
    const seen = staff ? '' : "AND comment_type = 'reply'";
    const [row] = await this.database.rows<{ id: number }>(
      `SELECT id FROM jrd_ticket_comments WHERE ticket_id = ? ${seen} ORDER BY id DESC LIMIT 1`,
      [ticketId],
    );
    return row?.id ?? 0;
  }

  async content(id: number): Promise<string | null> {
    const [row] = await this.database.rows<{ content: string }>(
      'SELECT content FROM jrd_ticket_comments WHERE id = ?',
      [id],
    );
    return row?.content ?? null;
  }

  /** What all of them say, oldest first, notes included. */
  texts(ticketId: number): Promise<Pick<Comment, 'comment_type' | 'content'>[]> {
    return this.database.rows(
      'SELECT comment_type, content FROM jrd_ticket_comments WHERE ticket_id = ? ORDER BY id',
      [ticketId],
    );
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
