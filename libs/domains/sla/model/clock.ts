import { Entity, Index } from 'typeorm';

import type { SlaClockKind } from '@desk/contracts';
import { BoolColumn, IdColumn, InstantColumn, IntColumn, TextColumn } from '@desk/platform/database';

import { DerivedClock, isLate } from './derive-clock';

/** `breached` is a running clock whose deadline has passed and is on record; only `running` ones can fall due. */
export const CLOCK_STATES = ['running', 'breached', 'paused', 'stopped'] as const;
export type ClockState = (typeof CLOCK_STATES)[number];

/** What a clock's history amounts to, kept so that lists and the sweep need not derive it. Rewritten at each event. */
@Entity('jrd_sla_clocks')
@Index('ux_sla_clocks_ticket_kind', ['ticket_id', 'kind'], { unique: true })
@Index('ix_sla_clocks_state_deadline', ['state', 'deadline'])
@Index('ix_sla_clocks_verdict', ['kind', 'met', 'deadline'])
export class SlaClock {
  @IdColumn()
  id!: number;

  @IntColumn()
  ticket_id!: number;

  @TextColumn(15)
  kind!: SlaClockKind;

  @IntColumn({ nullable: true })
  policy_id!: number | null;

  @IntColumn({ nullable: true })
  target_seconds!: number | null;

  @TextColumn(10)
  state!: ClockState;

  @InstantColumn()
  started_at!: Date;

  @InstantColumn({ nullable: true })
  stopped_at!: Date | null;

  /** Whole seconds of the runs that have ended. */
  @IntColumn()
  banked_seconds!: number;

  @InstantColumn({ nullable: true })
  deadline!: Date | null;

  /** Null while open, false as soon as the deadline has passed unmet. */
  @BoolColumn({ nullable: true })
  met!: boolean | null;

  /** The deadline whose miss is on record, as long as the clock has not come back on time. */
  @InstantColumn({ nullable: true })
  breached_at!: Date | null;

  static started(ticketId: number, kind: SlaClockKind, derived: DerivedClock): SlaClock {
    const clock = new SlaClock();
    clock.ticket_id = ticketId;
    clock.kind = kind;
    clock.breached_at = null;
    clock.copy(derived);
    return clock;
  }

  /**
   * Takes over what the history says at `now`.
   * @returns a deadline that has been missed and is not on record yet, or null. A miss after one that still stands is
   * no second breach: one alarm until the clock has come back on time.
   */
  follow(derived: DerivedClock, now: Date): Date | null {
    this.copy(derived);
    if (!isLate(derived, now) && !this.isOnRecord(derived, now)) {
      this.breached_at = null;
      return null;
    }
    const missed = this.breached_at === null ? derived.deadline : null;
    this.breached_at ??= derived.deadline;
    this.met = false;
    if (this.state === 'running') this.state = 'breached';
    return missed;
  }

  /**
   * Its deadline has been judged missed. What the miss itself causes happens at that very instant, at which the clock
   * would still be on time: solving the ticket then does not take the breach back.
   */
  private isOnRecord({ deadline, runs }: DerivedClock, now: Date): boolean {
    if (this.breached_at === null || deadline?.getTime() !== this.breached_at.getTime()) return false;
    return (runs.at(-1)?.to ?? now) >= deadline;
  }

  private copy(derived: DerivedClock): void {
    if (derived.phase === 'idle' || derived.startedAt === null)
      throw new Error('A clock is kept from its start on');
    this.policy_id = derived.policyId;
    this.target_seconds = derived.targetSeconds;
    this.started_at = derived.startedAt;
    this.stopped_at = derived.stoppedAt;
    this.banked_seconds = Math.floor(derived.banked / 1000);
    this.deadline = derived.deadline;
    this.met = derived.met;
    this.state = derived.phase;
  }
}
