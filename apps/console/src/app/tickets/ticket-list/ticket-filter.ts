import { type ParamMap, type Params } from '@angular/router';
import { PRIORITIES, type Priority, TICKET_STATUSES, type TicketStatus } from '@desk/contracts';
import { type ListTickets$Params } from '@desk/web/api-client';

export const ASSIGNMENTS = ['all', 'mine', 'unassigned'] as const;
export type Assignment = (typeof ASSIGNMENTS)[number];

export const TICKET_SORTS = [
  'updated_at',
  '-updated_at',
  'priority',
  '-priority',
  'id',
  '-id',
] as const satisfies readonly ListTickets$Params['ordering'][];
export type TicketSort = (typeof TICKET_SORTS)[number];

export const PAGE_SIZE = 25;
const FIRST_SORT: TicketSort = '-updated_at';

export type SortColumn = 'id' | 'priority' | 'updated_at';
export type SortDirection = 'ascending' | 'descending';

/** What the list shows; all of it is in the address bar, so that it can be kept, shared and gone back to. */
export interface TicketFilter {
  status: TicketStatus[];
  priority: Priority[];
  assigned: Assignment;
  search: string;
  sort: TicketSort;
  page: number;
}

export function readFilter(address: ParamMap): TicketFilter {
  const page = Number(address.get('page'));
  return {
    status: knownOf(TICKET_STATUSES, address.get('status')),
    priority: knownOf(PRIORITIES, address.get('priority')),
    assigned: knownOf(ASSIGNMENTS, address.get('assigned'))[0] ?? 'all',
    search: address.get('search') ?? '',
    sort: knownOf(TICKET_SORTS, address.get('sort'))[0] ?? FIRST_SORT,
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

/** As query parameters; null takes one out of the address. */
export function writeFilter(filter: TicketFilter): Params {
  return {
    status: filter.status.join(',') || null,
    priority: filter.priority.join(',') || null,
    assigned: filter.assigned === 'all' ? null : filter.assigned,
    search: filter.search || null,
    sort: filter.sort === FIRST_SORT ? null : filter.sort,
    page: filter.page === 1 ? null : filter.page,
  };
}

export function toQuery(filter: TicketFilter, myId: string): ListTickets$Params {
  return {
    page: filter.page,
    page_size: PAGE_SIZE,
    ordering: filter.sort,
    ...(filter.status.length ? { status: filter.status } : {}),
    ...(filter.priority.length ? { priority: filter.priority } : {}),
    ...(filter.assigned === 'all' ? {} : { assigned_agent: filter.assigned === 'mine' ? myId : 'none' }),
    ...(filter.search ? { search: filter.search } : {}),
  };
}

/** How a column sorts the list, for `aria-sort`. */
export function sortDirection(sort: TicketSort, column: SortColumn): SortDirection | null {
  if (sort === column) return 'ascending';
  return sort === `-${column}` ? 'descending' : null;
}

function knownOf<T extends string>(all: readonly T[], text: string | null): T[] {
  const words = text?.split(',') ?? [];
  return all.filter((word) => words.includes(word));
}
