import {
  PRIORITIES,
  type Priority,
  PRIORITY_COLORS,
  STATUS_COLORS,
  TICKET_SOURCES,
  TICKET_STATUSES,
  type TicketSource,
  type TicketStatus,
} from '@desk/contracts';
import { type AvatarOf, PersonBriefView, toPersonBrief } from '@desk/domains/accounts';
import { toIso } from '@desk/platform/database';
import { Bool, HexColor, Instant, Int, OneOf, Part, Parts, Text } from '@desk/platform/http';
import { type Actor, isCustomerActor } from '@desk/platform/security';

import type { Surroundings } from '../actions/read-tickets';
import { isSolved } from '../model/ticket-status';
import type { TicketDetailRow, TicketRow } from '../store/ticket-row';
import { CategoryBriefView, TagView, toCategoryBrief } from './label.dto';

/** Another ticket by its two ids. */
export class TicketLinkView {
  @Int()
  id!: number;

  @Text({ max: 20 })
  ticket_id!: string;
}

export class TicketView {
  @Int()
  id!: number;

  @Text({ max: 20, example: 'JRD-7K3XQM' })
  ticket_id!: string;

  @Text({ max: 300 })
  title!: string;

  @Part(() => CategoryBriefView, { nullable: true })
  category!: CategoryBriefView | null;

  @OneOf(PRIORITIES, { name: 'Priority' })
  priority!: Priority;

  @HexColor()
  priority_color!: string;

  @OneOf(TICKET_STATUSES, { name: 'TicketStatus' })
  status!: TicketStatus;

  @HexColor()
  status_color!: string;

  @Parts(() => TagView)
  tags!: TagView[];

  @Part(() => PersonBriefView, { nullable: true })
  customer!: PersonBriefView | null;

  @Part(() => PersonBriefView, { nullable: true })
  assigned_agent!: PersonBriefView | null;

  @Int({ nullable: true, optional: true, description: 'Staff only.' })
  sla_policy?: number | null;

  @Instant({ nullable: true })
  sla_response_deadline!: string | null;

  @Instant({ nullable: true })
  sla_resolution_deadline!: string | null;

  @Bool({ nullable: true })
  sla_response_met!: boolean | null;

  @Bool({ nullable: true })
  sla_resolution_met!: boolean | null;

  @Instant({ nullable: true })
  first_response_at!: string | null;

  @Instant({ nullable: true })
  resolved_at!: string | null;

  @Instant({ nullable: true })
  due_date!: string | null;

  @OneOf(TICKET_SOURCES, { name: 'TicketSource' })
  source!: TicketSource;

  @Bool({ optional: true, description: 'Staff only.' })
  is_escalated?: boolean;

  @Int({ optional: true, max: 3, description: 'Staff only.' })
  escalation_level?: number;

  @Int({ nullable: true, min: 1, max: 5 })
  csat_rating!: number | null;

  @Instant()
  created_at!: string;

  @Instant()
  updated_at!: string;

  @Int()
  version!: number;

  @Bool()
  is_overdue!: boolean;

  @Bool()
  sla_response_breached!: boolean;

  @Bool()
  sla_resolution_breached!: boolean;
}

export class TicketDetailView extends TicketView {
  @Text({ max: 100000, min: 0 })
  description!: string;

  @Text({ max: 5000, min: 0, nullable: true })
  csat_feedback!: string | null;

  @Part(() => PersonBriefView, {
    nullable: true,
    description: 'Who opened it: another than the customer when staff did so on their behalf.',
  })
  created_by!: PersonBriefView | null;

  @Part(() => TicketLinkView, {
    nullable: true,
    description: 'The closed ticket that this one goes on from.',
  })
  follow_up_of!: TicketLinkView | null;
}

const flag = (column: number | null): boolean | null => (column === null ? null : column === 1);

/** Who looks, and when. */
export interface Viewer {
  actor: Actor;
  avatarOf: AvatarOf;
  now: Date;
}

export function toTicketView(
  row: TicketRow,
  around: Surroundings,
  { actor, avatarOf, now }: Viewer,
): TicketView {
  const isCustomer = isCustomerActor(actor);
  const solved = isSolved(row.status);
  const iso = now.toISOString();
  const passed = (instant: string | null) => instant !== null && instant < iso;
  const due_date = toIso(row.due_date);
  const sla_response_deadline = toIso(row.sla_response_deadline);
  const sla_resolution_deadline = toIso(row.sla_resolution_deadline);
  const category = row.category_id === null ? undefined : around.categories.get(row.category_id);
  const customer = around.people.get(row.customer_id);
  const agent = row.assigned_agent_id === null ? undefined : around.people.get(row.assigned_agent_id);
  return {
    id: row.id,
    ticket_id: row.ticket_id,
    title: row.title,
    category: category === undefined ? null : toCategoryBrief(category),
    priority: row.priority,
    priority_color: PRIORITY_COLORS[row.priority],
    status: row.status,
    status_color: STATUS_COLORS[row.status],
    tags: around.tags.get(row.id) ?? [],
    customer: customer === undefined ? null : toPersonBrief(customer, avatarOf),
    assigned_agent: agent === undefined ? null : toPersonBrief(agent, avatarOf),
    ...(isCustomer
      ? {}
      : {
          sla_policy: row.sla_policy_id,
          is_escalated: row.is_escalated === 1,
          escalation_level: row.escalation_level,
        }),
    sla_response_deadline,
    sla_resolution_deadline,
    sla_response_met: flag(row.sla_response_met),
    sla_resolution_met: flag(row.sla_resolution_met),
    first_response_at: toIso(row.first_response_at),
    resolved_at: toIso(row.resolved_at),
    due_date,
    source: row.source,
    csat_rating: row.csat_rating,
    created_at: toIso(row.created_at),
    updated_at: toIso(isCustomer ? row.public_updated_at : row.updated_at),
    version: isCustomer ? row.public_version : row.version,
    is_overdue: !solved && passed(due_date),
    // Solving without an answer stops the clock: what was missed by then stays missed, what was not is missed no more.
    sla_response_breached:
      row.first_response_at === null && (solved ? row.sla_response_met === 0 : passed(sla_response_deadline)),
    sla_resolution_breached: !solved && passed(sla_resolution_deadline),
  };
}

export function toTicketDetailView(
  row: TicketDetailRow,
  around: Surroundings,
  viewer: Viewer,
): TicketDetailView {
  const { description, csat_feedback, created_by_id, follow_up_of: id, followed_up: ticket_id } = row;
  const creator = created_by_id === null ? undefined : around.people.get(created_by_id);
  const created_by = creator === undefined ? null : toPersonBrief(creator, viewer.avatarOf);
  const follow_up_of = id === null || ticket_id === null ? null : { id, ticket_id };
  return { ...toTicketView(row, around, viewer), description, csat_feedback, created_by, follow_up_of };
}
