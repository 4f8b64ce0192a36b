import { Injectable } from '@nestjs/common';

import { RuleLogStatus } from '@desk/contracts';
import { Database } from '@desk/platform/database';
import { Filter, Listing, ListPage, Slice } from '@desk/platform/http';

import { AutomationLog } from '../model/automation-log';

export interface LogFilters {
  status?: readonly RuleLogStatus[];
  rule?: string;
  ticket?: number;
}

/** A log row as a list reads it; the instant is still the database's text. */
export interface LogRow {
  id: number;
  rule_id: string;
  rule_name: string;
  ticket_id: number;
  status: RuleLogStatus;
  action_taken: string;
  error_message: string;
  executed_at: string;
}

/** How often a rule came to one outcome, and the latest row of it. */
export interface OutcomeCount {
  rule_id: string;
  status: RuleLogStatus;
  count: number;
  lastId: number;
}

const TABLE = 'jrd_automation_logs';
const COLUMNS = 'id, rule_id, rule_name, ticket_id, status, action_taken, error_message, executed_at';

@Injectable()
export class Logs {
  private readonly listing: Listing;

  constructor(private readonly database: Database) {
    this.listing = new Listing(database);
  }

  async add(log: Omit<AutomationLog, 'id'>): Promise<void> {
    await this.database.insert(AutomationLog, log);
  }

  /** Rows are numbered as they come, so the number is the order of time too. */
  page(filters: LogFilters, descending: boolean, page: ListPage): Promise<Slice<LogRow>> {
    const filter = new Filter()
      .anyOf('status', filters.status)
      .is('rule_id', filters.rule)
      .is('ticket_id', filters.ticket);
    const { where, parameters } = filter;
    const order = { key: 'id', sort: 'id', descending };
    return this.listing.page({ columns: COLUMNS, from: TABLE, where, parameters, ...order, ...page });
  }

  async byIds(ids: readonly number[]): Promise<LogRow[]> {
    if (ids.length === 0) return [];
    const filter = new Filter().anyOf('id', ids);
    return this.database.rows<LogRow>(`SELECT ${COLUMNS} FROM ${TABLE}${filter.clause()}`, filter.parameters);
  }

  /** @param ruleIds leave out for all rules. */
  async outcomes(ruleIds?: readonly string[]): Promise<OutcomeCount[]> {
    if (ruleIds?.length === 0) return [];
    const filter = new Filter().anyOf('rule_id', ruleIds);
    const rows = await this.database.rows<Omit<OutcomeCount, 'count'> & { count: number | string }>(
      `SELECT rule_id, status, COUNT(*) AS count, MAX(id) AS lastId FROM ${TABLE}${filter.clause()}
       GROUP BY rule_id, status`,
      filter.parameters,
    );
    return rows.map((row) => ({ ...row, count: Number(row.count) }));
  }
}
