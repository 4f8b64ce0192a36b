import { Entity, Index } from 'typeorm';

import type { CommentType } from '@desk/contracts';
import {
  IdColumn,
  InstantColumn,
  IntColumn,
  LongColumn,
  TextColumn,
  UuidColumn,
} from '@desk/platform/database';

/** A person's two names together may be longer; whoever is still here is shown with their own. */
export const AUTHOR_NAME_MAX = 200;

@Entity('jrd_ticket_comments')
@Index('ix_ticket_comments_ticket', ['ticket_id', 'id'])
@Index('ix_ticket_comments_type', ['ticket_id', 'comment_type', 'id'])
export class Comment {
  @IdColumn()
  id!: number;

  @IntColumn()
  ticket_id!: number;

  /** Null when a rule or the system wrote it; `author_name` says which. */
  @UuidColumn({ nullable: true })
  author_id!: string | null;

  @TextColumn(AUTHOR_NAME_MAX)
  author_name!: string;

  @LongColumn()
  content!: string;

  @TextColumn(15)
  comment_type!: CommentType;

  @InstantColumn()
  created_at!: Date;

  @InstantColumn()
  updated_at!: Date;
}
