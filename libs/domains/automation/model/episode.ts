import { Entity, Index, PrimaryColumn } from 'typeorm';

import { InstantColumn, IntColumn, UuidPrimaryColumn } from '@desk/platform/database';

const HOUR_MS = 3600 * 1000;

/** A ticket is idle once no person has acted on it for a day. */
export const IDLE_AFTER_MS = 24 * HOUR_MS;

/** A ticket's quiet time: since the last act of a person. What rules and deadlines do neither ends nor begins one. */
@Entity('jrd_automation_episodes')
@Index('ix_automation_episodes_since', ['since', 'ticket_id'])
export class Episode {
  @PrimaryColumn({ type: 'int' })
  ticket_id!: number;

  @InstantColumn()
  since!: Date;
}

/**
 * How far one rule has come through the episodes, in the order in which they began. Tickets fall idle in that order
 * too, so everything up to the mark has been looked at once, and what a person touches again lies ahead of it.
 */
@Entity('jrd_automation_idle_marks')
export class IdleMark {
  @UuidPrimaryColumn()
  rule_id!: string;

  @InstantColumn()
  since!: Date;

  @IntColumn()
  ticket_id!: number;
}

export type Place = Pick<Episode, 'since' | 'ticket_id'>;

/** Negative when `one` began first. */
export function compare(one: Place, other: Place): number {
  return one.since.getTime() - other.since.getTime() || one.ticket_id - other.ticket_id;
}

export function idleFrom({ since }: Pick<Episode, 'since'>): Date {
  return new Date(since.getTime() + IDLE_AFTER_MS);
}
