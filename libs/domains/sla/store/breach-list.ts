import { Injectable } from '@nestjs/common';

import type { BreachType } from '@desk/contracts';
import { Database } from '@desk/platform/database';
import { Listing, ListPage, Slice, SortColumn } from '@desk/platform/http';

export interface BreachFilters {
  breachType?: readonly BreachType[];
  notified?: boolean;
  ticketId?: number;
  policyId?: number;
}

export const BREACH_SORTS = {
  breached_at: 'breached_at',
  detected_at: 'detected_at',
  id: 'id',
} as const satisfies Record<string, SortColumn>;
export type BreachSort = keyof typeof BREACH_SORTS;

/** A breach as the database answers it. */
export interface BreachRow {
  id: number;
  ticket_id: number;
  policy_id: number | null;
  breach_type: BreachType;
  deadline: string;
  breached_at: string;
  detected_at: string;
  notified: number;
}

@Injectable()
export class BreachList {
  private readonly listing: Listing;

  constructor(database: Database) {
    this.listing = new Listing(database);
  }

  page(
    filters: BreachFilters,
    sort: BreachSort,
    descending: boolean,
    page: ListPage,
  ): Promise<Slice<BreachRow>> {
    return this.listing.page<BreachRow>({
      columns: 'id, ticket_id, policy_id, breach_type, deadline, breached_at, detected_at, notified',
      from: 'jrd_sla_breaches',
      ...conditionsOf(filters),
      key: 'id',
      sort: BREACH_SORTS[sort],
      descending,
      ...page,
    });
  }
}

function conditionsOf({ breachType, notified, ticketId, policyId }: BreachFilters) {
  const where: string[] = [];
  const parameters: unknown[] = [];
  const add = (condition: string, ...values: unknown[]) => {
    where.push(condition);
    parameters.push(...values);
  };
  if (breachType !== undefined)
    add(`breach_type IN (${breachType.map(() => '?').join(', ')})`, ...breachType);
  if (notified !== undefined) add('notified = ?', notified ? 1 : 0);
  if (ticketId !== undefined) add('ticket_id = ?', ticketId);
  if (policyId !== undefined) add('policy_id = ?', policyId);
  return { where, parameters };
}
