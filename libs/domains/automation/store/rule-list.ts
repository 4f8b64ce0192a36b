import { Injectable } from '@nestjs/common';

import { ActionType, TriggerEvent } from '@desk/contracts';
import { Database } from '@desk/platform/database';
import { Filter, likePattern, Listing, ListPage, Slice } from '@desk/platform/http';

import { nameKey } from '../model/automation-rule';

export interface RuleFilters {
  trigger_event?: readonly TriggerEvent[];
  action_type?: readonly ActionType[];
  is_active?: boolean;
  stop_processing?: boolean;
  search?: string;
}

export const RULE_SORTS = {
  priority_order: 'priority_order',
  name: 'name_key',
  trigger_event: 'trigger_event',
  action_type: 'action_type',
  is_active: 'is_active',
  created_at: 'created_at',
  updated_at: 'updated_at',
} as const;
export type RuleSort = keyof typeof RULE_SORTS;

/** A rule as the list and the detail read it: instants and JSON still the database's text. */
export interface RuleRow {
  id: string;
  name: string;
  description: string;
  trigger_event: TriggerEvent;
  conditions: string;
  action_type: ActionType;
  action_params: string;
  priority_order: number;
  is_active: number;
  stop_processing: number;
  disabled_reason: string | null;
  created_by_id: string | null;
  created_at: string;
  updated_at: string;
}

const TABLE = 'jrd_automation_rules';
const COLUMNS = `id, name, description, trigger_event, conditions, action_type, action_params, priority_order, is_active,
  stop_processing, disabled_reason, created_by_id, created_at, updated_at`;

@Injectable()
export class RuleList {
  private readonly listing: Listing;

  constructor(private readonly database: Database) {
    this.listing = new Listing(database);
  }

  page(filters: RuleFilters, sort: RuleSort, descending: boolean, page: ListPage): Promise<Slice<RuleRow>> {
    const { where, parameters } = filterOf(filters);
    const order = { key: 'id', sort: RULE_SORTS[sort], descending };
    return this.listing.page({ columns: COLUMNS, from: TABLE, where, parameters, ...order, ...page });
  }

  async row(id: string): Promise<RuleRow | null> {
    const [row] = await this.database.rows<RuleRow>(`SELECT ${COLUMNS} FROM ${TABLE} WHERE id = ?`, [id]);
    return row ?? null;
  }

  async counts(): Promise<{ total: number; active: number; disabled: number }> {
    const [row] = await this.database.rows<Record<'total' | 'active' | 'disabled', number | string | null>>(
      `SELECT COUNT(*) AS total, SUM(is_active) AS active,
         SUM(CASE WHEN disabled_reason IS NULL THEN 0 ELSE 1 END) AS disabled FROM ${TABLE}`,
    );
    return {
      total: Number(row?.total ?? 0),
      active: Number(row?.active ?? 0),
      disabled: Number(row?.disabled ?? 0),
    };
  }
}

function filterOf(filters: RuleFilters): Filter {
  const filter = new Filter()
    .anyOf('trigger_event', filters.trigger_event)
    .anyOf('action_type', filters.action_type)
    .is('is_active', asColumn(filters.is_active))
    .is('stop_processing', asColumn(filters.stop_processing));
  for (const word of nameKey(filters.search ?? '')
    .split(/\s+/)
    .filter(Boolean)) {
    filter.add("name_key LIKE ? ESCAPE '!'", likePattern(word));
  }
  return filter;
}

function asColumn(value: boolean | undefined): number | undefined {
  return value === undefined ? undefined : Number(value);
}
