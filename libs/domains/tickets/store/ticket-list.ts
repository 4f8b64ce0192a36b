import { Injectable } from '@nestjs/common';

import type { TicketStatus } from '@desk/contracts';
import { CommittedMemo, Database, SearchIndex } from '@desk/platform/database';
import { COUNT_CAP, type Cursor, encodeCursor, type Slice } from '@desk/platform/http';
import type { Actor } from '@desk/platform/security';

import { visibleTo } from '../model/ticket-access';
import { type Condition, conditionsOf, parametersOf, sqlOf, type TicketFilters } from './ticket-filters';
import { cursorOf, type Order, orderOf, type Run, runsAfter, type TicketSort } from './ticket-order';
import { TICKET_COLUMNS, type TicketRow } from './ticket-row';

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

type PlacedRow = TicketRow & { place: number };

@Injectable()
export class TicketList {
  /** By query. */
  private readonly counts: CommittedMemo<string, number>;

  constructor(
    private readonly database: Database,
    private readonly search: SearchIndex,
  ) {
    this.counts = new CommittedMemo(database);
  }

  async slice(actor: Actor, query: TicketListQuery): Promise<Slice<TicketRow>> {
    const { filters, sort, descending, size, cursor } = query;
    const categories = sort === 'category' ? await this.categoryIds() : [];
    const order = orderOf(actor, sort, descending, filters, categories);
    const runs = cursor ? runsAfter(order, cursor) : order.runs;
    const offset = cursor === undefined ? (query.page - 1) * size : 0;
    // In a walk one more than asked for tells whether it goes on; pages are counted.
    const limit = cursor === undefined ? size : size + 1;
    const found = await this.rows(actor, { ...order, runs }, limit, offset);
    const rows = found.slice(0, size);
    const counted = await this.count(conditionsOf(actor, filters, this.search));
    const last = rows.at(-1);
    const goesOn = cursor !== undefined && found.length > size && last !== undefined;
    return {
      rows,
      count: Math.min(counted, COUNT_CAP),
      countCapped: counted > COUNT_CAP,
      nextCursor: goesOn ? encodeCursor(cursorOf(order, last)) : null,
    };
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

  private rows(actor: Actor, order: Order, limit: number, offset: number): Promise<PlacedRow[]> {
    const direction = order.descending ? 'DESC' : 'ASC';
    const [only, ...more] = order.runs.map((run) => this.select(actor, run, order));
    if (only === undefined) return Promise.resolve([]);
    if (more.length === 0) {
      return this.database.rows<PlacedRow>(`${only.sql} LIMIT ? OFFSET ?`, [
        ...only.parameters,
        limit,
        offset,
      ]);
    }
    const selects = [only, ...more].map(({ sql }, index) => `SELECT * FROM (${sql} LIMIT ?) run${index}`);
    return this.database.rows<PlacedRow>(
      `SELECT * FROM (${selects.join(' UNION ALL ')}) runs
       ORDER BY place, ${order.column} ${direction}, id ${direction} LIMIT ? OFFSET ?`,
      [...[only, ...more].flatMap((each) => [...each.parameters, offset + limit]), limit, offset],
    );
  }

  private select(actor: Actor, run: Run, { column, descending, narrow }: Order): Condition {
    const conditions = conditionsOf(actor, run.filters, this.search, narrow);
    if (run.condition !== undefined) conditions.push(run.condition);
    const direction = descending ? 'DESC' : 'ASC';
    // As in the conditions: no index for its order alone.
    const sorted = `${narrow ? '+' : ''}t.${column}`;
    return {
      sql: `SELECT ${TICKET_COLUMNS}, ${run.place} AS place FROM jrd_tickets t WHERE ${sqlOf(conditions)}
        ORDER BY ${sorted} ${direction}, t.id ${direction}`,
      parameters: parametersOf(conditions),
    };
  }

  private async categoryIds(): Promise<number[]> {
    const rows = await this.database.rows<{ id: number }>('SELECT id FROM jrd_categories ORDER BY name_key');
    return rows.map((row) => row.id);
  }

  private async count(conditions: readonly Condition[]): Promise<number> {
    const sql = sqlOf(conditions);
    const parameters = parametersOf(conditions);
    const key = JSON.stringify([sql, parameters]);
    const counts = await this.counts.get([key], async () => {
      const [row] = await this.database.rows<{ n: number }>(
        `SELECT count(*) AS n FROM (SELECT 1 FROM jrd_tickets t WHERE ${sql} LIMIT ${COUNT_CAP + 1}) capped`,
        parameters,
      );
      return [[key, row?.n ?? 0]];
    });
    return counts.get(key) ?? 0;
  }
}
