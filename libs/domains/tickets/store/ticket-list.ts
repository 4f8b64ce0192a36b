import { Injectable } from '@nestjs/common';

import type { Priority, TicketSource, TicketStatus } from '@desk/contracts';
import { Database, SearchIndex } from '@desk/platform/database';
import { COUNT_CAP, type Cursor, encodeCursor, type Slice } from '@desk/platform/http';
import { type Actor, isCustomerActor } from '@desk/platform/security';

import { visibleTo } from '../model/ticket-access';

export interface TicketFilters {
  status?: readonly TicketStatus[];
  priority?: readonly Priority[];
  source?: readonly TicketSource[];
  category?: number;
  /** A user id, or `none` for tickets that nobody holds. */
  assignedAgent?: string;
  customer?: string;
  isEscalated?: boolean;
  search?: string;
}

export const TICKET_SORTS = ['created_at', 'updated_at', 'priority', 'id'] as const;
export type TicketSort = (typeof TICKET_SORTS)[number];

export interface TicketListQuery {
  filters: TicketFilters;
  sort: TicketSort;
  descending: boolean;
  size: number;
  /** From 1; ignored in a walk. */
  page: number;
  /** Undefined for pages; null begins a walk. */
  cursor?: Cursor | null;
}

/** A row of the list as the engine answers it: no entity is built. */
export interface TicketRow {
  id: number;
  ticket_id: string;
  title: string;
  category_id: number | null;
  priority: Priority;
  priority_rank: number;
  status: TicketStatus;
  customer_id: string;
  assigned_agent_id: string | null;
  sla_policy_id: number | null;
  sla_response_deadline: string | null;
  sla_resolution_deadline: string | null;
  sla_response_met: number | null;
  sla_resolution_met: number | null;
  first_response_at: string | null;
  resolved_at: string | null;
  due_date: string | null;
  source: TicketSource;
  is_escalated: number;
  escalation_level: number;
  csat_rating: number | null;
  created_at: string;
  updated_at: string;
  version: number;
  public_updated_at: string;
  public_version: number;
}

const COLUMNS = `t.id, t.ticket_id, t.title, t.category_id, t.priority, t.priority_rank, t.status, t.customer_id,
  t.assigned_agent_id, t.sla_policy_id, t.sla_response_deadline, t.sla_resolution_deadline, t.sla_response_met,
  t.sla_resolution_met, t.first_response_at, t.resolved_at, t.due_date, t.source, t.is_escalated, t.escalation_level,
  t.csat_rating, t.created_at, t.updated_at, t.version, t.public_updated_at, t.public_version`;

interface Condition {
  sql: string;
  parameters: unknown[];
}

@Injectable()
export class TicketList {
  /** Counts by query, good until anything is committed. */
  private counts = new Map<string, number>();
  private countsRevision: number | null = null;

  constructor(
    private readonly database: Database,
    private readonly search: SearchIndex,
  ) {}

  async slice(actor: Actor, query: TicketListQuery): Promise<Slice<TicketRow>> {
    const where = this.where(actor, query.filters);
    const column = columnOf(query.sort, actor);
    const walk = query.cursor ? after(column, query.descending, query.cursor) : null;
    const conditions = walk === null ? where : [...where, walk];
    const direction = query.descending ? 'DESC' : 'ASC';
    const offset = query.cursor === undefined ? (query.page - 1) * query.size : 0;
    const rows = await this.database.rows<TicketRow>(
      `SELECT ${COLUMNS} FROM jrd_tickets t WHERE ${sqlOf(conditions)}
       ORDER BY ${column} ${direction}, t.id ${direction} LIMIT ? OFFSET ?`,
      [...parametersOf(conditions), query.size, offset],
    );
    const counted = await this.count(where);
    const last = rows.at(-1);
    const goesOn = query.cursor !== undefined && rows.length === query.size && last !== undefined;
    return {
      rows,
      count: Math.min(counted, COUNT_CAP),
      countCapped: counted > COUNT_CAP,
      nextCursor: goesOn ? encodeCursor({ value: valueOf(last, column), id: last.id }) : null,
    };
  }

  /** The row of one ticket, which the caller has been let see. */
  async row(id: number): Promise<TicketRow | null> {
    const [row] = await this.database.rows<TicketRow>(`SELECT ${COLUMNS} FROM jrd_tickets t WHERE t.id = ?`, [
      id,
    ]);
    return row ?? null;
  }

  /** Numbers of tickets the actor may see, by status. */
  async byStatus(actor: Actor): Promise<Map<TicketStatus, number>> {
    const { sql, parameters } = visibleTo(actor);
    const rows = await this.database.rows<{ status: TicketStatus; n: number }>(
      `SELECT t.status AS status, count(*) AS n FROM jrd_tickets t WHERE ${sql} GROUP BY t.status`,
      parameters,
    );
    return new Map(rows.map((row) => [row.status, row.n]));
  }

  private where(actor: Actor, filters: TicketFilters): Condition[] {
    const conditions: Condition[] = [visibleTo(actor)];
    const anyOf = (column: string, values: readonly unknown[] | undefined) => {
      if (values === undefined || values.length === 0) return;
      conditions.push({ sql: `${column} IN (${values.map(() => '?').join(', ')})`, parameters: [...values] });
    };
    anyOf('t.status', filters.status);
    anyOf('t.priority', filters.priority);
    anyOf('t.source', filters.source);
    anyOf('t.category_id', filters.category === undefined ? undefined : [filters.category]);
    anyOf('t.customer_id', filters.customer === undefined ? undefined : [filters.customer]);
    if (filters.assignedAgent === 'none')
      conditions.push({ sql: 't.assigned_agent_id IS NULL', parameters: [] });
    else
      anyOf('t.assigned_agent_id', filters.assignedAgent === undefined ? undefined : [filters.assignedAgent]);
    if (filters.isEscalated !== undefined) {
      conditions.push({ sql: 't.is_escalated = ?', parameters: [filters.isEscalated ? 1 : 0] });
    }
    if (filters.search !== undefined && filters.search !== '') {
      const found = this.search.condition('t.id', filters.search, !isCustomerActor(actor));
      conditions.push(found ?? { sql: '1 = 0', parameters: [] });
    }
    return conditions;
  }

  private async count(conditions: readonly Condition[]): Promise<number> {
    const revision = await this.database.revision();
    if (revision === null || revision !== this.countsRevision) this.counts = new Map();
    this.countsRevision = revision;
    const parameters = parametersOf(conditions);
    const key = JSON.stringify([sqlOf(conditions), parameters]);
    const known = this.counts.get(key);
    if (known !== undefined) return known;
    const [row] = await this.database.rows<{ n: number }>(
      `SELECT count(*) AS n FROM (SELECT 1 FROM jrd_tickets t WHERE ${sqlOf(conditions)} LIMIT ${COUNT_CAP + 1}) capped`,
      parameters,
    );
    const counted = row?.n ?? 0;
    this.counts.set(key, counted);
    return counted;
  }
}

/** Customers sort by the time of the last change they may see. */
function columnOf(sort: TicketSort, actor: Actor): string {
  if (sort === 'priority') return 't.priority_rank';
  if (sort === 'updated_at') return isCustomerActor(actor) ? 't.public_updated_at' : 't.updated_at';
  return `t.${sort}`;
}

function valueOf(row: TicketRow, column: string): string | number | null {
  return row[column.slice(2) as 'created_at' | 'priority_rank'];
}

function after(column: string, descending: boolean, cursor: Cursor): Condition {
  const sign = descending ? '<' : '>';
  return {
    sql: `(${column} ${sign} ? OR (${column} = ? AND t.id ${sign} ?))`,
    parameters: [cursor.value, cursor.value, cursor.id],
  };
}

function sqlOf(conditions: readonly Condition[]): string {
  return conditions.map((condition) => condition.sql).join(' AND ');
}

function parametersOf(conditions: readonly Condition[]): unknown[] {
  return conditions.flatMap((condition) => condition.parameters);
}
