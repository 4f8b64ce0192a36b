import { setImmediate } from 'node:timers/promises';

import { type Database } from '@desk/platform/database';

import { decodeCursor, encodeCursor } from './cursor';
import { COUNT_CAP, type Slice } from './page';

const WALKED_AT_ONCE = 500;

/** An expression that is never null, so that every row has its place in the walk. */
export type SortColumn = string;

export interface ListPage {
  page: number;
  size: number;
  cursor?: string;
}

export interface ListQuery extends ListPage {
  columns: string;
  from: string;
  where: readonly string[];
  parameters: readonly unknown[];
  /** Unique; the tie-breaker of every order. */
  key: string;
  sort: SortColumn;
  descending: boolean;
}

/** Conditions that must all hold, with the values of their question marks. */
export class Filter {
  readonly where: string[] = [];
  readonly parameters: unknown[] = [];

  add(condition: string, ...values: unknown[]): this {
    this.where.push(condition);
    this.parameters.push(...values);
    return this;
  }

  anyOf(column: string, values: readonly unknown[] | undefined): this {
    if (values === undefined) return this;
    return this.add(`${column} IN (${values.map(() => '?').join(', ')})`, ...values);
  }

  is(column: string, value: string | number | undefined): this {
    return value === undefined ? this : this.add(`${column} = ?`, value);
  }

  clause(): string {
    return clause(this.where);
  }
}

/** A filtered, ordered list by page or by cursor. The strings are the store's own, never a client's. */
export class Listing {
  constructor(private readonly database: Database) {}

  async page<R>(query: ListQuery): Promise<Slice<R>> {
    const { count, countCapped } = await this.count(query);
    const found = await this.rows<R>(query);
    const rows = found.slice(0, query.size);
    const last = rows.at(-1);
    return {
      rows: rows.map(plain),
      count,
      countCapped,
      nextCursor:
        found.length > query.size && last !== undefined
          ? encodeCursor({ value: last.cursor_value, id: last.cursor_id })
          : null,
    };
  }

  /** The whole list, a part at a time, so that it may be of any length. */
  async *walk<R>(query: Omit<ListQuery, keyof ListPage>): AsyncGenerator<R[]> {
    for (let cursor = ''; ;) {
      const found = await this.rows<R>({ ...query, page: 1, size: WALKED_AT_ONCE, cursor });
      const rows = found.slice(0, WALKED_AT_ONCE);
      yield rows.map(plain);
      const last = rows.at(-1);
      if (found.length <= WALKED_AT_ONCE || last === undefined) return;
      // A database in this process answers at once: others get their turn here.
      await setImmediate();
      cursor = encodeCursor({ value: last.cursor_value, id: last.cursor_id });
    }
  }

  private rows<R>(query: ListQuery): Promise<(R & CursorColumns)[]> {
    const where = [...query.where];
    const parameters = [...query.parameters];
    const after = query.cursor === undefined ? null : decodeCursor(query.cursor);
    if (after !== null) {
      const beyond = query.descending ? '<' : '>';
      // A plain comparison where it says enough: an index finds its place by no other.
      if (query.sort === query.key) where.push(`${query.key} ${beyond} ?`);
      else {
        // The first comparison says nothing new, but by it an index begins here and not at the list's beginning.
        where.push(`${query.sort} ${beyond}= ? AND (${query.sort} ${beyond} ? OR ${query.key} ${beyond} ?)`);
        parameters.push(after.value, after.value);
      }
      parameters.push(after.id);
    }
    const direction = query.descending ? 'DESC' : 'ASC';
    const offset = query.cursor === undefined ? (query.page - 1) * query.size : 0;
    return this.database.rows<R & CursorColumns>(
      `SELECT ${query.columns}, ${query.sort} AS cursor_value, ${query.key} AS cursor_id FROM ${query.from}${clause(where)}
       ORDER BY ${query.sort} ${direction}, ${query.key} ${direction} LIMIT ? OFFSET ?`,
      [...parameters, query.size + 1, offset],
    );
  }

  private async count(query: ListQuery): Promise<{ count: number; countCapped: boolean }> {
    const [row] = await this.database.rows<{ count: number }>(
      `SELECT COUNT(*) AS count FROM (SELECT 1 FROM ${query.from}${clause(query.where)} LIMIT ${COUNT_CAP + 1}) AS some`,
      [...query.parameters],
    );
    const count = row?.count ?? 0;
    return { count: Math.min(count, COUNT_CAP), countCapped: count > COUNT_CAP };
  }
}

interface CursorColumns {
  cursor_value: string | number | null;
  cursor_id: string | number;
}

function plain<R>({ cursor_value: _value, cursor_id: _id, ...row }: R & CursorColumns): R {
  return row as R;
}

function clause(where: readonly string[]): string {
  return where.length === 0 ? '' : ` WHERE ${where.join(' AND ')}`;
}

/** Anywhere in the text, with the pattern's own signs taken literally (`ESCAPE '!'`). */
export function likePattern(word: string): string {
  return `%${word.replace(/[!%_]/g, '!$&')}%`;
}

/** At the beginning of the text, as `likePattern`. */
export function beginningPattern(text: string): string {
  return likePattern(text).slice(1);
}
