import { Entity, Index, PrimaryColumn } from 'typeorm';

import { InstantColumn } from '@desk/platform/database';

/** A process with a live connection of somebody. While there is a row, that person's `is_online` is true. */
@Entity('jrd_online')
@Index('ix_jrd_online_process', ['process_id'])
@Index('ix_jrd_online_seen_at', ['seen_at'])
export class Online {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  user_id!: string;

  @PrimaryColumn({ type: 'varchar', length: 36 })
  process_id!: string;

  /** When the process last said that it lives. */
  @InstantColumn()
  seen_at!: Date;
}
