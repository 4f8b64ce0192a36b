import { ACTION_TYPES, TRIGGER_EVENTS } from '@desk/contracts';
import type { ActionType, TriggerEvent } from '@desk/contracts';
import { PersonBrief } from '@desk/domains/accounts';
import { toIso } from '@desk/platform/database';
import {
  AnyOf,
  Bool,
  BoolParam,
  Instant,
  Int,
  Json,
  Line,
  Num,
  OneOf,
  PageQuery,
  Part,
  Text,
  Uuid,
} from '@desk/platform/http';

import { RuleStats, RuleWithRuns } from '../actions/rule-queries';
import type { WrittenConditions } from '../model/conditions';
import type { WrittenParams } from '../model/rule-action';
import { RULE_SORTS, RuleSort } from '../store/rule-list';

const CONDITIONS = {
  description: 'Field to value; a list means any of its values, null means empty. None: every ticket.',
  example: { priority: 'urgent', category__name: 'Billing' },
};

export class RuleBody {
  @Line({ max: 200 })
  name!: string;

  @Text({ max: 5000, min: 0, optional: true })
  description?: string;

  @OneOf(TRIGGER_EVENTS, { name: 'TriggerEvent' })
  trigger_event!: TriggerEvent;

  @Json({ optional: true, ...CONDITIONS })
  conditions?: WrittenConditions;

  @OneOf(ACTION_TYPES, { name: 'ActionType' })
  action_type!: ActionType;

  @Json({ optional: true, description: 'By action_type.', example: { tag: 'billing' } })
  action_params?: WrittenParams;

  @Int({ optional: true, description: 'Lower runs first. Left out of a new rule: after all others.' })
  priority_order?: number;

  @Bool({ optional: true })
  is_active?: boolean;

  @Bool({ optional: true, description: 'When this rule matches, the ones after it are not looked at.' })
  stop_processing?: boolean;
}

export class RuleChangesBody {
  @Line({ max: 200, optional: true })
  name?: string;

  @Text({ max: 5000, min: 0, optional: true })
  description?: string;

  @OneOf(TRIGGER_EVENTS, { name: 'TriggerEvent', optional: true })
  trigger_event?: TriggerEvent;

  @Json({ optional: true, ...CONDITIONS })
  conditions?: WrittenConditions;

  @OneOf(ACTION_TYPES, { name: 'ActionType', optional: true })
  action_type?: ActionType;

  @Json({ optional: true })
  action_params?: WrittenParams;

  @Int({ optional: true })
  priority_order?: number;

  @Bool({ optional: true })
  is_active?: boolean;

  @Bool({ optional: true })
  stop_processing?: boolean;
}

type RuleOrdering = RuleSort | `-${RuleSort}`;
const SORTS = Object.keys(RULE_SORTS) as RuleSort[];

export class RulesQuery extends PageQuery {
  @AnyOf(TRIGGER_EVENTS)
  trigger_event?: TriggerEvent[];

  @AnyOf(ACTION_TYPES)
  action_type?: ActionType[];

  @BoolParam()
  is_active?: boolean;

  @BoolParam()
  stop_processing?: boolean;

  @Text({ optional: true, min: 0, max: 200, description: 'Words of the name.' })
  search?: string;

  @OneOf<RuleOrdering>([...SORTS, ...SORTS.map((sort): RuleOrdering => `-${sort}`)], { optional: true })
  ordering?: RuleOrdering;
}

export class RuleAuthorView {
  @Uuid()
  id!: string;

  @Text({ max: 320 })
  name!: string;
}

export class RuleRunsView {
  @Int()
  success!: number;

  @Int()
  failed!: number;

  @Int()
  skipped!: number;

  @Instant({ nullable: true })
  last_executed_at!: string | null;

  @Text({
    nullable: true,
    max: 65_535,
    description: 'Why the last run failed or was skipped; null when it went well.',
  })
  last_error!: string | null;
}

export class RuleView {
  @Uuid()
  id!: string;

  @Text({ max: 200 })
  name!: string;

  @Text({ max: 5000, min: 0 })
  description!: string;

  @OneOf(TRIGGER_EVENTS, { name: 'TriggerEvent' })
  trigger_event!: TriggerEvent;

  @Json()
  conditions!: WrittenConditions;

  @OneOf(ACTION_TYPES, { name: 'ActionType' })
  action_type!: ActionType;

  @Json()
  action_params!: WrittenParams;

  @Int()
  priority_order!: number;

  @Bool()
  is_active!: boolean;

  @Bool()
  stop_processing!: boolean;

  @Text({ nullable: true, max: 255, description: 'Why the desk itself has switched this rule off.' })
  disabled_reason!: string | null;

  @Part(() => RuleAuthorView, { nullable: true })
  created_by!: RuleAuthorView | null;

  @Instant()
  created_at!: string;

  @Instant()
  updated_at!: string;

  @Part(() => RuleRunsView)
  runs!: RuleRunsView;
}

export class RuleStatsView {
  @Int()
  total_rules!: number;

  @Int()
  active_rules!: number;

  @Int({ description: 'Switched off by the desk because something they refer to is gone.' })
  disabled_rules!: number;

  @Int()
  total_executions!: number;

  @Int()
  successful!: number;

  @Int()
  failed!: number;

  @Int()
  skipped!: number;

  @Num({ nullable: true, description: 'Successful of those that ran, in percent; null while none has.' })
  success_rate!: number | null;
}

export function toRuleDto({ rule, runs }: RuleWithRuns, authors: ReadonlyMap<string, PersonBrief>): RuleView {
  const author = rule.created_by_id === null ? undefined : authors.get(rule.created_by_id);
  return {
    id: rule.id,
    name: rule.name,
    description: rule.description,
    trigger_event: rule.trigger_event,
    conditions: JSON.parse(rule.conditions) as WrittenConditions,
    action_type: rule.action_type,
    action_params: JSON.parse(rule.action_params) as WrittenParams,
    priority_order: rule.priority_order,
    is_active: rule.is_active === 1,
    stop_processing: rule.stop_processing === 1,
    disabled_reason: rule.disabled_reason,
    created_by: author === undefined ? null : { id: author.id, name: author.full_name },
    created_at: toIso(rule.created_at),
    updated_at: toIso(rule.updated_at),
    runs: { ...runs.outcomes, last_executed_at: toIso(runs.lastExecutedAt), last_error: runs.lastError },
  };
}

export function toRuleStatsDto({ total, active, disabled, outcomes }: RuleStats): RuleStatsView {
  const { success, failed, skipped } = outcomes;
  const ran = success + failed;
  return {
    total_rules: total,
    active_rules: active,
    disabled_rules: disabled,
    total_executions: ran + skipped,
    successful: success,
    failed,
    skipped,
    success_rate: ran === 0 ? null : Math.round((success / ran) * 1000) / 10,
  };
}
