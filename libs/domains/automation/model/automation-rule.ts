import { Entity, Index } from 'typeorm';

import type { ActionType, TriggerEvent } from '@desk/contracts';
import {
  BoolColumn,
  InstantColumn,
  IntColumn,
  JsonColumn,
  LongColumn,
  TextColumn,
  UuidColumn,
  UuidPrimaryColumn,
} from '@desk/platform/database';

import { compileConditions, Conditions } from './conditions';
import type { WrittenConditions } from './conditions';
import { parseAction, RuleAction } from './rule-action';
import type { WrittenParams } from './rule-action';

/** "If this, then that" for tickets. */
@Entity('jrd_automation_rules')
@Index('ix_automation_rules_trigger', ['trigger_event', 'is_active', 'priority_order'])
export class AutomationRule {
  @UuidPrimaryColumn()
  id!: string;

  @TextColumn(200)
  name!: string;

  /** Folded, so that both engines find and sort names without regard to case. */
  @TextColumn(200)
  name_key!: string;

  @LongColumn()
  description!: string;

  @TextColumn(30)
  trigger_event!: TriggerEvent;

  @JsonColumn()
  conditions!: WrittenConditions;

  @TextColumn(30)
  action_type!: ActionType;

  @JsonColumn()
  action_params!: WrittenParams;

  /** Lower runs first; of two equal ones the older. */
  @IntColumn()
  priority_order!: number;

  @BoolColumn()
  is_active!: boolean;

  @BoolColumn()
  stop_processing!: boolean;

  /** Why the desk itself switched the rule off: something it refers to is gone. Null when a person did, or it is on. */
  @TextColumn(255, { nullable: true })
  disabled_reason!: string | null;

  @UuidColumn({ nullable: true })
  created_by_id!: string | null;

  @InstantColumn()
  created_at!: Date;

  @InstantColumn()
  updated_at!: Date;

  assignsTo(userId: string): boolean {
    return this.action_type === 'assign_agent' && this.action_params['agent_id'] === userId;
  }

  /** @throws DomainError naming the conditions or parameters that are wrong. */
  compile(): CompiledRule {
    return {
      id: this.id,
      name: this.name,
      conditions: compileConditions(this.conditions, this.trigger_event),
      action: parseAction(this.action_type, this.action_params),
      stopProcessing: this.stop_processing,
      updatedAt: this.updated_at,
    };
  }
}

export function nameKey(name: string): string {
  return name.trim().toLowerCase().slice(0, 200);
}

/** A rule ready to run. */
export interface CompiledRule {
  readonly id: string;
  readonly name: string;
  readonly conditions: Conditions;
  readonly action: RuleAction;
  readonly stopProcessing: boolean;
  readonly updatedAt: Date;
}
