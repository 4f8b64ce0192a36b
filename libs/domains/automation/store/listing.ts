import { type Database } from '@desk/platform/database';
import { COUNT_CAP, decodeCursor, encodeCursor, type Slice } from '@desk/platform/http';

export interface ListPage {
  page: number;
  size: number;
  cursor?: string;
}

/** Conditions joined by AND, with the values of their question marks. */
export class Filter {
  private readonly conditions: string[] = [];
  readonly parameters: unknown[] = [];

  add(condition: string, ...values: unknown[]): this {
    this.conditions.push(condition);
    this.parameters.push(...values);
    return this;
  }

  anyOf(column: string, values: readonly unknown[] | undefined): this {
    return values === undefined
      ? this
      : this.add(`${column} IN (${values.map(() => '?').join(', ')})`, ...values);
  }

  is(column: string, value: string | number | undefined): this {
    return value === undefined ? this : this.add(`${column} = ?`, value);
  }

  clause(): string {
    return this.conditions.length === 0 ? '' : ` WHERE ${this.conditions.join(' AND ')}`;
  }
}

interface List {
  columns: string;
  table: string;
  filter: Filter;
  /** A column that is never null; ties are broken by `id` in the same direction. */
  sort: string;
  descending: boolean;
}

/** A filtered, ordered list by page or by cursor. The strings are the store's own, never a client's. */
export async function listed<R extends { id: string | number }>(
  database: Database,
  list: List,
  page: ListPage,
): Promise<Slice<R>> {
  const { columns, table, filter, sort } = list;
  const [counted] = await database.rows<{ count: number | string }>(
    `SELECT COUNT(*) AS count FROM (SELECT 1 FROM ${table}${filter.clause()} LIMIT ${COUNT_CAP + 1}) AS counted`,
    filter.parameters,
  );
  const count = Number(counted?.count ?? 0);
  startAfterCursor(list, page);
  const direction = list.descending ? 'DESC' : 'ASC';
  const offset = page.cursor === undefined ? (page.page - 1) * page.size : 0;
  const found = await database.rows<R & { sorted_by: string | number }>(
    `SELECT ${columns}, ${sort} AS sorted_by FROM ${table}${filter.clause()}
     ORDER BY ${sort} ${direction}, id ${direction} LIMIT ? OFFSET ?`,
    [...filter.parameters, page.size + 1, offset],
  );
  const rows = found.slice(0, page.size);
  const last = found.length > page.size ? rows.at(-1) : undefined;
  return {
    rows,
    count: Math.min(count, COUNT_CAP),
    countCapped: count > COUNT_CAP,
    nextCursor: last === undefined ? null : encodeCursor({ value: last.sorted_by, id: last.id }),
  };
}

function startAfterCursor({ filter, sort, descending }: List, { cursor }: ListPage): void {
  const after = cursor === undefined ? null : decodeCursor(cursor);
  if (after === null) return;
  const beyond = descending ? '<' : '>';
  filter.add(`(${sort} ${beyond} ? OR (${sort} = ? AND id ${beyond} ?))`, after.value, after.value, after.id);
}
