import { Entity, Index } from 'typeorm';

import type { SlaClockKind } from '@desk/contracts';
import { IdColumn, InstantColumn, IntColumn, TextColumn, UuidColumn } from '@desk/platform/database';

/**
 * What can happen to a clock. `stopped` ends it with a verdict, `paused` without one; `reopened` continues a stopped
 * clock and `resumed` a paused one, both with the time banked so far.
 */
export const CLOCK_HAPPENINGS = [
  'started',
  'paused',
  'resumed',
  'stopped',
  'reopened',
  'target_changed',
] as const;
export type ClockHappening = (typeof CLOCK_HAPPENINGS)[number];

/** One line of a clock's history: the truth from which deadline, elapsed time and verdict are derived. Append-only. */
@Entity('jrd_sla_clock_events')
@Index('ix_sla_clock_events_ticket', ['ticket_id'])
export class SlaClockEvent {
  @IdColumn()
  id!: number;

  @IntColumn()
  ticket_id!: number;

  @TextColumn(15)
  clock!: SlaClockKind;

  @TextColumn(15)
  happening!: ClockHappening;

  @InstantColumn()
  at!: Date;

  /** With `started` and `target_changed`: the promise from here on. Null when no policy makes one. */
  @IntColumn({ nullable: true })
  target_seconds!: number | null;

  @IntColumn({ nullable: true })
  policy_id!: number | null;

  /** Name of the event of the product that caused this, such as `tickets.created`, and its id. */
  @TextColumn(100)
  cause!: string;

  @UuidColumn()
  cause_id!: string;
}

/** The part of a history that a clock is derived from. */
export type ClockFact = Pick<SlaClockEvent, 'happening' | 'at' | 'target_seconds' | 'policy_id'>;
