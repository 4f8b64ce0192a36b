import { Entity, Index, PrimaryColumn } from 'typeorm';

import { IdColumn, InstantColumn, LongColumn, TextColumn } from '@desk/platform/database';

export const OUTBOX_KINDS = ['event', 'job'] as const;
export type OutboxKind = (typeof OUTBOX_KINDS)[number];

/** An event or a job on its way out: a row of the transaction that caused it, relayed and removed after the commit. */
@Entity('outbox')
export class OutboxEntry {
  @IdColumn()
  id!: number;

  @TextColumn(10)
  kind!: OutboxKind;

  @TextColumn(100)
  name!: string;

  /** JSON: a DeskEvent, or a job's payload with its key. */
  @LongColumn()
  body!: string;

  @InstantColumn()
  created_at!: Date;
}

/** Written with the effect of a subscriber or a job; its presence makes a second delivery do nothing. */
@Entity('receipts')
@Index('ix_receipts_created_at', ['created_at'])
export class Receipt {
  /** `subscriber:event id` or `job:key`. */
  @PrimaryColumn({ type: 'varchar', length: 190 })
  id!: string;

  @InstantColumn()
  created_at!: Date;
}
