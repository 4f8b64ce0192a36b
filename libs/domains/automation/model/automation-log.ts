import { Entity, Index } from 'typeorm';

import type { RuleLogStatus } from '@desk/contracts';
import {
  IdColumn,
  InstantColumn,
  IntColumn,
  LongColumn,
  TextColumn,
  UuidColumn,
} from '@desk/platform/database';

/**
 * What came of a rule that matched. Rules that do not match leave none. `rule_name` keeps the row readable after its
 * rule was renamed or deleted.
 */
@Entity('jrd_automation_logs')
@Index('ix_automation_logs_rule', ['rule_id', 'status'])
@Index('ix_automation_logs_ticket', ['ticket_id'])
@Index('ix_automation_logs_status', ['status'])
export class AutomationLog {
  @IdColumn()
  id!: number;

  @UuidColumn()
  rule_id!: string;

  @TextColumn(200)
  rule_name!: string;

  @IntColumn()
  ticket_id!: number;

  /** `skipped`: matched, but the brake on chains held it or what it refers to is gone. */
  @TextColumn(10)
  status!: RuleLogStatus;

  @LongColumn()
  action_taken!: string;

  /** Why it failed or was skipped. */
  @LongColumn()
  error_message!: string;

  @InstantColumn()
  executed_at!: Date;
}
