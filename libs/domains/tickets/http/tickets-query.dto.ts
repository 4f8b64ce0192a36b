import {
  PRIORITIES,
  type Priority,
  TICKET_SOURCES,
  TICKET_STATUSES,
  type TicketSource,
  type TicketStatus,
} from '@desk/contracts';
import { invalidField } from '@desk/platform/errors';
import {
  AnyOf,
  BoolParam,
  decodeCursor,
  Instant,
  IntParam,
  OneOf,
  PAGE_SIZE,
  PageQuery,
  Text,
  Uuid,
} from '@desk/platform/http';

import { type Span } from '../store/ticket-filters';
import { type TicketListQuery } from '../store/ticket-list';
import { TICKET_SORTS, type TicketSort } from '../store/ticket-order';

const ORDERINGS = TICKET_SORTS.flatMap((sort) => [sort, `-${sort}`] as const);

export class TicketsQuery extends PageQuery {
  @Text({ max: 20, optional: true, description: 'The number people see.' })
  ticket_id?: string;

  @AnyOf(TICKET_STATUSES)
  status?: TicketStatus[];

  @AnyOf(PRIORITIES)
  priority?: Priority[];

  @AnyOf(TICKET_SOURCES)
  source?: TicketSource[];

  @IntParam({ description: 'Category id.' })
  category?: number;

  @Text({ max: 36, optional: true, description: 'A user id, or `none`.' })
  assigned_agent?: string;

  @Uuid({ optional: true })
  customer?: string;

  @Text({ max: 500, optional: true, description: 'Names, separated by commas; a ticket has all of them.' })
  tags?: string;

  @IntParam({ min: 1, max: 5 })
  csat_rating?: number;

  @BoolParam({ description: 'Staff only.' })
  is_escalated?: boolean;

  @Instant({ optional: true })
  created_after?: string;

  @Instant({ optional: true })
  created_before?: string;

  @Instant({ optional: true })
  updated_after?: string;

  @Instant({ optional: true })
  updated_before?: string;

  @Instant({ optional: true })
  due_after?: string;

  @Instant({ optional: true })
  due_before?: string;

  @Text({ max: 300, min: 0, optional: true })
  search?: string;

  @OneOf(ORDERINGS, {
    optional: true,
    description:
      'By priority and status in their own order, by category in that of its name, newest first or last within each; ' +
      'tickets without a date come last. No order by title or by people: filter and search find those.',
  })
  ordering?: (typeof ORDERINGS)[number];
}

export function toListQuery(query: TicketsQuery): TicketListQuery {
  const ordering = query.ordering ?? '-created_at';
  const descending = ordering.startsWith('-');
  return {
    filters: {
      ticketId: query.ticket_id,
      status: query.status,
      priority: query.priority,
      source: query.source,
      category: query.category,
      assignedAgent: agentOf(query.assigned_agent),
      customer: query.customer,
      tags: query.tags?.split(',').filter((name) => name.trim() !== ''),
      csatRating: query.csat_rating,
      isEscalated: query.is_escalated,
      created: span(query.created_after, query.created_before),
      updated: span(query.updated_after, query.updated_before),
      due: span(query.due_after, query.due_before),
      search: query.search,
    },
    sort: (descending ? ordering.slice(1) : ordering) as TicketSort,
    descending,
    size: query.page_size ?? PAGE_SIZE,
    page: query.page ?? 1,
    cursor: query.cursor === undefined ? undefined : decodeCursor(query.cursor),
  };
}

function agentOf(asked: string | undefined): string | undefined {
  if (asked !== undefined && asked !== 'none' && !/^[0-9a-f-]{36}$/i.test(asked)) {
    throw invalidField('assigned_agent', 'not_allowed', 'assigned_agent must be a user id or none');
  }
  return asked;
}

function span(from: string | undefined, to: string | undefined): Span {
  return {
    from: from === undefined ? undefined : new Date(from),
    to: to === undefined ? undefined : new Date(to),
  };
}
