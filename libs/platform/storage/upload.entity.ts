import { Entity, Index } from 'typeorm';

import { InstantColumn, IntColumn, TextColumn, UuidColumn, UuidPrimaryColumn } from '@desk/platform/database';

/**
 * A file that somebody brought. Until something claims it, only its owner knows of it and a sweep removes it after a
 * day; afterwards the row stays as the record that its content is in use.
 */
@Entity('uploads')
@Index('ix_uploads_claimed_at', ['claimed_at', 'created_at'])
@Index('ix_uploads_sha256', ['sha256'])
export class Upload {
  @UuidPrimaryColumn()
  id!: string;

  @UuidColumn()
  owner_id!: string;

  @TextColumn(255)
  filename!: string;

  @TextColumn(100)
  content_type!: string;

  /** Bytes. */
  @IntColumn()
  file_size!: number;

  @TextColumn(64)
  sha256!: string;

  @InstantColumn()
  created_at!: Date;

  @InstantColumn({ nullable: true })
  claimed_at!: Date | null;
}
