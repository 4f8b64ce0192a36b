import { BREACH_TYPES } from '@desk/contracts';
import type { BreachType } from '@desk/contracts';
import { toIso } from '@desk/platform/database';
import {
  AnyOf,
  Bool,
  BoolParam,
  Instant,
  Int,
  IntParam,
  OneOf,
  PageQuery,
  Part,
  Text,
} from '@desk/platform/http';

import { ListedBreach } from '../actions/breach-queries';
import { BREACH_SORTS } from '../store/breach-list';
import { orderingsOf } from './ordering';

export class BreachListQuery extends PageQuery {
  @AnyOf(BREACH_TYPES)
  breach_type?: BreachType[];

  @BoolParam({ description: 'Whether people have been told.' })
  notified?: boolean;

  @IntParam({ min: 1, description: 'Id of a ticket.' })
  ticket?: number;

  @IntParam({ min: 1, description: 'Id of a policy.' })
  policy?: number;

  @OneOf(orderingsOf(BREACH_SORTS), { optional: true })
  ordering?: string;
}

export class BreachTicketView {
  @Int()
  id!: number;

  @Text({ max: 20 })
  ticket_id!: string;

  @Text({ max: 300 })
  title!: string;
}

export class BreachPolicyView {
  @Int()
  id!: number;

  @Text({ max: 100 })
  name!: string;
}

export class BreachView {
  @Int()
  id!: number;

  @Part(() => BreachTicketView, { nullable: true, description: 'Null when the ticket has been deleted.' })
  ticket!: BreachTicketView | null;

  @Part(() => BreachPolicyView, { nullable: true })
  policy!: BreachPolicyView | null;

  @OneOf(BREACH_TYPES, { name: 'BreachType' })
  breach_type!: BreachType;

  @Instant()
  deadline!: string;

  @Instant({ description: 'The deadline: a breach happens then.' })
  breached_at!: string;

  @Instant({ description: 'When it was noticed.' })
  detected_at!: string;

  @Bool()
  notified!: boolean;
}

export function toBreachDto({ row, ticket, policy }: ListedBreach): BreachView {
  return {
    id: row.id,
    ticket,
    policy,
    breach_type: row.breach_type,
    deadline: toIso(row.deadline),
    breached_at: toIso(row.breached_at),
    detected_at: toIso(row.detected_at),
    notified: row.notified === 1,
  };
}
