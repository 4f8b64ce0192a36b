import { Entity, Index } from 'typeorm';

import { IdColumn, InstantColumn, IntColumn, TextColumn, UuidColumn } from '@desk/platform/database';

/** A file on a ticket. With a comment it is seen by whoever may see that comment. */
@Entity('jrd_ticket_attachments')
@Index('ix_ticket_attachments_ticket', ['ticket_id'])
@Index('ix_ticket_attachments_comment', ['comment_id'])
export class Attachment {
  @IdColumn()
  id!: number;

  @IntColumn()
  ticket_id!: number;

  @IntColumn({ nullable: true })
  comment_id!: number | null;

  /** Sha-256 of the content: its place in the file store. */
  @TextColumn(64)
  file!: string;

  @TextColumn(255)
  filename!: string;

  /** Bytes. */
  @IntColumn()
  file_size!: number;

  @TextColumn(100)
  content_type!: string;

  @UuidColumn()
  uploaded_by_id!: string;

  @InstantColumn()
  uploaded_at!: Date;
}
