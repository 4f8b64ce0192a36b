import { Injectable } from '@nestjs/common';

import type { Priority } from '@desk/contracts';
import { Database } from '@desk/platform/database';
import { likePattern, Listing, ListPage, Slice, SortColumn } from '@desk/platform/http';

export interface PolicyFilters {
  priority?: readonly Priority[];
  isActive?: boolean;
  /** Part of the name or the description. */
  search?: string;
}

export const POLICY_SORTS = {
  id: 'id',
  name: 'LOWER(name)',
  priority: "CASE priority WHEN 'low' THEN 1 WHEN 'medium' THEN 2 WHEN 'high' THEN 3 ELSE 4 END",
  response_time_hours: 'response_time_hours',
  resolution_time_hours: 'resolution_time_hours',
  created_at: 'created_at',
} as const satisfies Record<string, SortColumn>;
export type PolicySort = keyof typeof POLICY_SORTS;

/** A policy as the database answers it. */
export interface PolicyRow {
  id: number;
  name: string;
  description: string;
  priority: Priority;
  response_time_hours: number;
  resolution_time_hours: number;
  escalation_time_hours: number;
  is_active: number;
  created_at: string;
  updated_at: string;
}

@Injectable()
export class PolicyList {
  private readonly listing: Listing;

  constructor(database: Database) {
    this.listing = new Listing(database);
  }

  page(
    filters: PolicyFilters,
    sort: PolicySort,
    descending: boolean,
    page: ListPage,
  ): Promise<Slice<PolicyRow>> {
    return this.listing.page<PolicyRow>({
      columns: `id, name, description, priority, response_time_hours, resolution_time_hours, escalation_time_hours,
        is_active, created_at, updated_at`,
      from: 'jrd_sla_policies',
      ...conditionsOf(filters),
      key: 'id',
      sort: POLICY_SORTS[sort],
      descending,
      ...page,
    });
  }
}

function conditionsOf({ priority, isActive, search = '' }: PolicyFilters) {
  const where: string[] = [];
  const parameters: unknown[] = [];
  const add = (condition: string, ...values: unknown[]) => {
    where.push(condition);
    parameters.push(...values);
  };
  if (priority !== undefined) add(`priority IN (${priority.map(() => '?').join(', ')})`, ...priority);
  if (isActive !== undefined) add('is_active = ?', isActive ? 1 : 0);
  const pattern = likePattern(search.toLowerCase());
  if (search !== '')
    add("(LOWER(name) LIKE ? ESCAPE '!' OR LOWER(description) LIKE ? ESCAPE '!')", pattern, pattern);
  return { where, parameters };
}
