import { Entity, Index } from 'typeorm';

import type { BreachType } from '@desk/contracts';
import { BoolColumn, IdColumn, InstantColumn, IntColumn, TextColumn } from '@desk/platform/database';

/** A deadline that was missed. Kept for good, whatever becomes of the clock, and once per deadline. */
@Entity('jrd_sla_breaches')
@Index('ux_sla_breaches_ticket_type_deadline', ['ticket_id', 'breach_type', 'deadline'], { unique: true })
@Index('ix_sla_breaches_breached_at', ['breached_at'])
export class SlaBreach {
  @IdColumn()
  id!: number;

  @IntColumn()
  ticket_id!: number;

  @IntColumn({ nullable: true })
  policy_id!: number | null;

  @TextColumn(15)
  breach_type!: BreachType;

  @InstantColumn()
  deadline!: Date;

  /** The deadline itself: a breach happens then, however late it is noticed. */
  @InstantColumn()
  breached_at!: Date;

  @InstantColumn()
  detected_at!: Date;

  /** Whether people have been told. */
  @BoolColumn()
  notified!: boolean;
}
