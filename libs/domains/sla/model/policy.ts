import { Entity, Index } from 'typeorm';

import type { Priority, SlaClockKind } from '@desk/contracts';
import {
  BoolColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  LongColumn,
  TextColumn,
} from '@desk/platform/database';

/** Ten years: what is promised for later is no promise, and every deadline stays a date both engines can hold. */
export const MAX_POLICY_HOURS = 87_600;

export interface PolicyFields {
  name: string;
  description: string;
  priority: Priority;
  response_time_hours: number;
  resolution_time_hours: number;
  /** 0 turns automatic escalation off. */
  escalation_time_hours: number;
  is_active: boolean;
}

/** What a policy promises for tickets of one priority. Of several active ones the oldest applies. */
@Entity('jrd_sla_policies')
@Index('ix_sla_policies_active_priority', ['is_active', 'priority'])
export class SlaPolicy implements PolicyFields {
  @IdColumn()
  id!: number;

  @TextColumn(100)
  name!: string;

  @LongColumn()
  description!: string;

  @TextColumn(10)
  priority!: Priority;

  @IntColumn()
  response_time_hours!: number;

  @IntColumn()
  resolution_time_hours!: number;

  @IntColumn()
  escalation_time_hours!: number;

  @BoolColumn()
  is_active!: boolean;

  @InstantColumn()
  created_at!: Date;

  @InstantColumn()
  updated_at!: Date;

  static open(fields: PolicyFields, now: Date): SlaPolicy {
    return Object.assign(new SlaPolicy(), fields, { created_at: now, updated_at: now });
  }

  change(fields: Partial<PolicyFields>, now: Date): void {
    // A validated body carries every field of its class; those that were left out are undefined.
    const given = Object.entries(fields).filter(([, value]) => value !== undefined);
    Object.assign(this, Object.fromEntries(given), { updated_at: now });
  }
}

/** What a clock needs to know of the policy that applies. */
export type Promises = Pick<SlaPolicy, 'id' | 'response_time_hours' | 'resolution_time_hours'>;

export function targetSecondsOf(policy: Promises, kind: SlaClockKind): number {
  return (kind === 'response' ? policy.response_time_hours : policy.resolution_time_hours) * 3600;
}
