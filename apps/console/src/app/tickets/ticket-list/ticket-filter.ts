import { type ParamMap, type Params } from '@angular/router';
import { PRIORITIES, type Priority, TICKET_STATUSES, type TicketStatus } from '@desk/contracts';
import { type ListTickets$Params } from '@desk/web/api-client';
import { PAGE_SIZE, knownOf, pageOfAddress } from '@desk/web/core';

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

const PERSON_ID = /^[0-9a-f-]{36}$/;
const FIRST_SORT: TicketSort = '-updated_at';

/** What the list shows. */
export interface TicketFilter {
  status: TicketStatus[];
  priority: Priority[];
  /** Or the id of one agent. */
  assigned: Assignment | (string & {});
  /** The id of one customer; empty: any. */
  customer: string;
  search: string;
  sort: TicketSort;
  page: number;
}

export function readFilter(address: ParamMap): TicketFilter {
  return {
    status: knownOf(TICKET_STATUSES, address.get('status')),
    priority: knownOf(PRIORITIES, address.get('priority')),
    assigned:
      knownOf(ASSIGNMENTS, address.get('assigned'))[0] ?? (personOf(address.get('assigned')) || 'all'),
    customer: personOf(address.get('customer')),
    search: address.get('search') ?? '',
    sort: knownOf(TICKET_SORTS, address.get('sort'))[0] ?? FIRST_SORT,
    page: pageOfAddress(address),
  };
}

export function writeFilter(filter: TicketFilter): Params {
  return {
    status: filter.status.join(',') || null,
    priority: filter.priority.join(',') || null,
    assigned: filter.assigned === 'all' ? null : filter.assigned,
    customer: filter.customer || null,
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
    ...(filter.assigned === 'all' ? {} : { assigned_agent: agentOf(filter.assigned, myId) }),
    ...(filter.customer ? { customer: filter.customer } : {}),
    ...(filter.search ? { search: filter.search } : {}),
  };
}

function agentOf(assigned: TicketFilter['assigned'], myId: string): string {
  if (assigned === 'mine') return myId;
  return assigned === 'unassigned' ? 'none' : assigned;
}

function personOf(text: string | null): string {
  return text !== null && PERSON_ID.test(text) ? text : '';
}
