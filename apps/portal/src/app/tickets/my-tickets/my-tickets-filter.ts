import { type ParamMap, type Params } from '@angular/router';
import { TICKET_STATUSES, type TicketStatus } from '@desk/contracts';
import { type ListTickets$Params } from '@desk/web/api-client';

export const PAGE_SIZE = 25;

/** What the list shows. All of it is in the address, so that it survives a reload and the way back. */
export interface MyTicketsFilter {
  status: readonly TicketStatus[];
  search: string;
  page: number;
}

/** The questions a customer has, and the states that answer each. */
export const CHOICES = [
  { name: 'all', status: [] },
  { name: 'open', status: ['open', 'in_progress', 'pending'] },
  { name: 'waiting', status: ['pending'] },
  { name: 'done', status: ['resolved', 'closed'] },
] as const satisfies readonly { name: string; status: readonly TicketStatus[] }[];

export type Choice = (typeof CHOICES)[number]['name'];

export function readFilter(address: ParamMap): MyTicketsFilter {
  const page = Number(address.get('page'));
  const words = address.get('status')?.split(',') ?? [];
  return {
    status: TICKET_STATUSES.filter((status) => words.includes(status)),
    search: address.get('search') ?? '',
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

/** As query parameters; null takes one out of the address. */
export function writeFilter({ status, search, page }: MyTicketsFilter): Params {
  return { status: status.join(',') || null, search: search || null, page: page === 1 ? null : page };
}

export function toQuery({ status, search, page }: MyTicketsFilter): ListTickets$Params {
  return {
    page,
    page_size: PAGE_SIZE,
    ordering: '-updated_at',
    ...(status.length ? { status: [...status] } : {}),
    ...(search ? { search } : {}),
  };
}

/** Null: states that only an address typed by hand combines. */
export function choiceOf({ status }: MyTicketsFilter): Choice | null {
  return CHOICES.find((choice) => choice.status.join() === status.join())?.name ?? null;
}
