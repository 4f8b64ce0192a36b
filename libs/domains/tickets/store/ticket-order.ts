import { PRIORITIES, TICKET_STATUSES } from '@desk/contracts';
import { type Cursor } from '@desk/platform/http';
import { invalidField } from '@desk/platform/errors';
import { type Actor, isCustomerActor } from '@desk/platform/security';

import { type Condition, type TicketFilters } from './ticket-filters';
import { type TicketRow } from './ticket-row';

/**
 * What an index brings in order. The title and people's names are not here: no index of this table holds them in the
 * order that a reader expects, and sorting every visible row for one page is not cheap. Filters find those.
 */
export const TICKET_SORTS = [
  'created_at',
  'updated_at',
  'priority',
  'status',
  'category',
  'due_date',
  'sla_response_deadline',
  'sla_resolution_deadline',
  'ticket_id',
  'id',
] as const;
export type TicketSort = (typeof TICKET_SORTS)[number];

type SortColumn = Exclude<TicketSort, 'priority' | 'status' | 'category'> | 'public_updated_at';

/**
 * A stretch of the list that one index holds in order. The list is its runs, one after the other by `place`; runs of
 * one place are merged. So "open and pending, newest first" or "by priority" costs a page of each run and no sorting of
 * everything.
 */
export interface Run {
  /** Names the stretch in a cursor. */
  key: string;
  place: number;
  filters: TicketFilters;
  condition?: Condition;
}

export interface Order {
  column: SortColumn;
  descending: boolean;
  runs: Run[];
  /**
   * One person's few rows are found by that person and then sorted: an index that has the order but not the person
   * would be read to its end for them.
   */
  narrow: boolean;
}

/** @param categoryIds all of them by name; asked for by the sort by category only. */
export function orderOf(
  actor: Actor,
  sort: TicketSort,
  descending: boolean,
  filters: TicketFilters,
  categoryIds: readonly number[],
): Order {
  const narrow = isNarrow(actor, filters, sort);
  const split = (run: Run) => (narrow ? [run] : splitByStatus(run));
  const whole: Run = { key: '', place: 0, filters };
  const order = (column: SortColumn, runs: Run[]): Order => ({ column, descending, runs, narrow });
  const inTurn = (runs: Omit<Run, 'place'>[]) =>
    order(
      'created_at',
      (descending ? runs.reverse() : runs).flatMap((run, place) =>
        sort === 'priority' ? split({ ...run, place }) : [{ ...run, place }],
      ),
    );
  switch (sort) {
    case 'priority': {
      const wanted = PRIORITIES.filter((one) => isWanted(filters.priority, one));
      return inTurn(wanted.map((one) => ({ key: one, filters: { ...filters, priority: [one] } })));
    }
    case 'status': {
      const wanted = TICKET_STATUSES.filter((one) => isWanted(filters.status, one));
      return inTurn(wanted.map((one) => ({ key: one, filters: { ...filters, status: [one] } })));
    }
    case 'category':
      return inTurn(categoryRuns(filters, categoryIds));
    case 'due_date':
    case 'sla_response_deadline':
    case 'sla_resolution_deadline':
      return order(sort, withNoneLast(sort, filters));
    case 'updated_at':
      return order(isCustomerActor(actor) ? 'public_updated_at' : 'updated_at', split(whole));
    default:
      return order(sort, split(whole));
  }
}

function isNarrow(actor: Actor, { customer, assignedAgent, status = [] }: TicketFilters, sort: TicketSort) {
  if (isCustomerActor(actor) || customer !== undefined) return true;
  if (assignedAgent === undefined || status.length === 0) return false;
  // What nobody holds may be many, and by time an index has them in order.
  return assignedAgent !== 'none' || sort === 'priority';
}

function isWanted<T>(wanted: readonly T[] | undefined, value: T): boolean {
  return wanted === undefined || wanted.length === 0 || wanted.includes(value);
}

function categoryRuns(filters: TicketFilters, categoryIds: readonly number[]): Omit<Run, 'place'>[] {
  const { category } = filters;
  if (category !== undefined) return [{ key: String(category), filters }];
  const without = { key: 'none', filters, condition: { sql: 't.category_id IS NULL', parameters: [] } };
  return [without, ...categoryIds.map((id) => ({ key: String(id), filters: { ...filters, category: id } }))];
}

/** Whichever way the rest is ordered, rows without a date come last. */
function withNoneLast(column: SortColumn, filters: TicketFilters): Run[] {
  const is = (sql: string): Condition => ({ sql: `t.${column} ${sql}`, parameters: [] });
  return [
    { key: 'set', place: 0, filters, condition: is('IS NOT NULL') },
    { key: 'none', place: 1, filters, condition: is('IS NULL') },
  ];
}

/** Several states have no common order in an index, but each of them has one. */
function splitByStatus(run: Run): Run[] {
  const statuses = [...new Set(run.filters.status ?? [])];
  if (statuses.length < 2) return [run];
  return statuses.map((status) => ({ ...run, filters: { ...run.filters, status: [status] } }));
}

/** What of each run comes after the cursor; runs that the walk has passed are gone. @throws 400 naming `cursor` */
export function runsAfter({ column, descending, runs }: Order, cursor: Cursor): Run[] {
  const [, key, value] = /^([^|]*)\|(.*)$/s.exec(String(cursor.value)) ?? [];
  const reached = runs.find((run) => run.key === key);
  if (reached === undefined || value === undefined) {
    throw invalidField('cursor', 'invalid_cursor', 'This cursor was not given out by this list');
  }
  const beyond = descending ? '<' : '>';
  const rest: Condition =
    value === ''
      ? { sql: `t.id ${beyond} ?`, parameters: [cursor.id] }
      : {
          // The first part alone bounds the index; an OR would be read from the beginning of it.
          sql: `t.${column} ${beyond}= ? AND (t.${column} ${beyond} ? OR t.id ${beyond} ?)`,
          parameters: [value, value, cursor.id],
        };
  return runs
    .filter((run) => run.place >= reached.place)
    .map((run) => (run.place > reached.place ? run : { ...run, condition: both(run.condition, rest) }));
}

function both(first: Condition | undefined, second: Condition): Condition {
  if (first === undefined) return second;
  return {
    sql: `${first.sql} AND ${second.sql}`,
    parameters: [...first.parameters, ...second.parameters],
  };
}

export function cursorOf({ column, runs }: Order, row: TicketRow & { place: number }): Cursor {
  const key = runs.find((run) => run.place === row.place)?.key ?? '';
  return { value: `${key}|${row[column] ?? ''}`, id: row.id };
}
