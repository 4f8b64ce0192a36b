import { PRIORITIES } from '@desk/contracts';
import type { Priority, SlaClockKind } from '@desk/contracts';
import { toIso } from '@desk/platform/database';
import {
  AnyOf,
  Bool,
  BoolParam,
  Instant,
  Int,
  Line,
  Num,
  OneOf,
  PageQuery,
  Part,
  Text,
} from '@desk/platform/http';

import { Compliance } from '../model/compliance';
import { MAX_POLICY_HOURS, PolicyFields, SlaPolicy } from '../model/policy';
import { POLICY_SORTS, PolicyRow } from '../store/policy-list';
import { orderingsOf } from './ordering';

const hours = { min: 1, max: MAX_POLICY_HOURS };

/** Also the body of PUT: the fields that may be left out keep their value there. */
export class CreatePolicyBody {
  @Line({ max: 100 })
  name!: string;

  @Text({ optional: true, min: 0, max: 10_000 })
  description?: string;

  @OneOf(PRIORITIES, { name: 'Priority' })
  priority!: Priority;

  @Int({ ...hours, description: 'For the first public answer of a person on staff.' })
  response_time_hours!: number;

  @Int({ ...hours, description: 'From creation to resolved, over reopenings.' })
  resolution_time_hours!: number;

  @Int({ optional: true, max: MAX_POLICY_HOURS, description: '0 turns automatic escalation off.' })
  escalation_time_hours?: number;

  @Bool({ optional: true })
  is_active?: boolean;
}

export class UpdatePolicyBody {
  @Line({ optional: true, max: 100 })
  name?: string;

  @Text({ optional: true, min: 0, max: 10_000 })
  description?: string;

  @OneOf(PRIORITIES, { optional: true, name: 'Priority' })
  priority?: Priority;

  @Int({ optional: true, ...hours })
  response_time_hours?: number;

  @Int({ optional: true, ...hours })
  resolution_time_hours?: number;

  @Int({ optional: true, max: MAX_POLICY_HOURS, description: '0 turns automatic escalation off.' })
  escalation_time_hours?: number;

  @Bool({ optional: true })
  is_active?: boolean;
}

export class PolicyListQuery extends PageQuery {
  @AnyOf(PRIORITIES)
  priority?: Priority[];

  @BoolParam()
  is_active?: boolean;

  @Text({ optional: true, min: 0, max: 200, description: 'Part of the name or the description.' })
  search?: string;

  @OneOf(orderingsOf(POLICY_SORTS), { optional: true })
  ordering?: string;
}

export class PolicyView {
  @Int()
  id!: number;

  @Text({ max: 100 })
  name!: string;

  @Text({ min: 0, max: 10_000 })
  description!: string;

  @OneOf(PRIORITIES, { name: 'Priority' })
  priority!: Priority;

  @Int()
  response_time_hours!: number;

  @Int()
  resolution_time_hours!: number;

  @Int()
  escalation_time_hours!: number;

  @Bool()
  is_active!: boolean;

  @Instant()
  created_at!: string;

  @Instant()
  updated_at!: string;
}

export class ComplianceView {
  @Int({ description: 'Tickets with a deadline.' })
  total!: number;

  @Int()
  met!: number;

  @Int()
  breached!: number;

  @Int({ description: 'Neither met nor breached yet.' })
  open!: number;

  @Num({ nullable: true, description: 'Percent of met in met and breached; null when there is neither.' })
  rate!: number | null;
}

export class PolicyStatsView implements Record<SlaClockKind, ComplianceView> {
  @Int({ description: 'Tickets with a deadline.' })
  total!: number;

  @Part(() => ComplianceView)
  response!: ComplianceView;

  @Part(() => ComplianceView)
  resolution!: ComplianceView;
}

export function toPolicyFields({
  description = '',
  escalation_time_hours = 0,
  is_active = true,
  ...rest
}: CreatePolicyBody): PolicyFields {
  return { ...rest, description, escalation_time_hours, is_active };
}

export function toPolicyDto(policy: SlaPolicy): PolicyView {
  return {
    id: policy.id,
    name: policy.name,
    description: policy.description,
    priority: policy.priority,
    response_time_hours: policy.response_time_hours,
    resolution_time_hours: policy.resolution_time_hours,
    escalation_time_hours: policy.escalation_time_hours,
    is_active: policy.is_active,
    created_at: policy.created_at.toISOString(),
    updated_at: policy.updated_at.toISOString(),
  };
}

export function toPolicyRowDto(row: PolicyRow): PolicyView {
  return {
    ...row,
    is_active: row.is_active === 1,
    created_at: toIso(row.created_at),
    updated_at: toIso(row.updated_at),
  };
}

export function toPolicyStatsDto(compliance: Record<SlaClockKind, Compliance>): PolicyStatsView {
  return { total: compliance.resolution.total, ...compliance };
}
