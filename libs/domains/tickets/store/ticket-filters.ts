import type { Priority, TicketSource, TicketStatus } from '@desk/contracts';
import { type SearchIndex, toColumn } from '@desk/platform/database';
import { type Actor, isCustomerActor } from '@desk/platform/security';

import { keyOf } from '../model/naming';
import { rankOf } from '../model/ticket';
import { visibleTo } from '../model/ticket-access';

/** From, up to and with; either end may be open. */
export interface Span {
  from?: Date;
  to?: Date;
}

export interface TicketFilters {
  ticketId?: string;
  status?: readonly TicketStatus[];
  priority?: readonly Priority[];
  source?: readonly TicketSource[];
  category?: number;
  /** A user id, or `none` for tickets that nobody holds. */
  assignedAgent?: string;
  customer?: string;
  /** Names; a ticket has all of them. */
  tags?: readonly string[];
  csatRating?: number;
  isEscalated?: boolean;
  created?: Span;
  updated?: Span;
  due?: Span;
  search?: string;
}

/** On rows of `jrd_tickets`, named `t`. */
export interface Condition {
  sql: string;
  parameters: unknown[];
}

const TAGGED =
  't.id IN (SELECT l.ticket_id FROM jrd_ticket_tags l JOIN jrd_tags g ON g.id = l.tag_id WHERE g.name_key = ?)';

/**
 * Who asks is the first condition of all.
 * @param narrow one person's few rows: a plus sign changes nothing on either engine, but keeps SQLite from going by the
 * priority instead of by the person.
 */
export function conditionsOf(
  actor: Actor,
  filters: TicketFilters,
  search: SearchIndex,
  narrow = false,
): Condition[] {
  const conditions: Condition[] = [visibleTo(actor)];
  const add = (sql: string, ...parameters: unknown[]) => conditions.push({ sql, parameters });
  const anyOf = (column: string, values: readonly unknown[] = []) => {
    const [first] = values;
    if (values.length === 1) add(`${column} = ?`, first);
    if (values.length > 1) add(`${column} IN (${values.map(() => '?').join(', ')})`, ...values);
  };
  const within = (column: string, { from, to }: Span = {}) => {
    if (from !== undefined) add(`${column} >= ?`, toColumn(from));
    if (to !== undefined) add(`${column} <= ?`, toColumn(to));
  };
  const is = (column: string, value: unknown) => anyOf(column, value === undefined ? [] : [value]);
  is('t.ticket_id', filters.ticketId?.toUpperCase());
  anyOf('t.status', filters.status);
  anyOf(narrow ? '+t.priority_rank' : 't.priority_rank', filters.priority?.map(rankOf));
  anyOf('t.source', filters.source);
  is('t.category_id', filters.category);
  is('t.customer_id', filters.customer);
  if (filters.assignedAgent === 'none') add('t.assigned_agent_id IS NULL');
  else is('t.assigned_agent_id', filters.assignedAgent);
  for (const tag of filters.tags ?? []) add(TAGGED, keyOf(tag));
  is('t.csat_rating', filters.csatRating);
  if (filters.isEscalated !== undefined) add('t.is_escalated = ?', filters.isEscalated ? 1 : 0);
  within('t.created_at', filters.created);
  within(isCustomerActor(actor) ? 't.public_updated_at' : 't.updated_at', filters.updated);
  within('t.due_date', filters.due);
  if (filters.search !== undefined && filters.search !== '') {
    const found = search.condition('t.id', filters.search, !isCustomerActor(actor));
    conditions.push(found ?? { sql: '1 = 0', parameters: [] });
  }
  return conditions;
}

export function sqlOf(conditions: readonly Condition[]): string {
  return conditions.map((condition) => condition.sql).join(' AND ');
}

export function parametersOf(conditions: readonly Condition[]): unknown[] {
  return conditions.flatMap((condition) => condition.parameters);
}
