import { type QueryRunner } from 'typeorm';

import { type Connections } from '../connections';
import { type Row } from '../database';
import { ContentHash, type TableContent } from './content-hash';
import { type PortableRow, toPortable } from './row-codec';
import { nextNumber } from './numbering';
import { type ContentColumn, type ContentTable, contentTables, countRows } from './tables';

const PAGE_ROWS = 200;

/** Values of a primary key, as the engine answers them. */
export type Key = readonly (string | number | null)[];

/** Everything that was committed at one moment, however long it takes to read it; writers are not held up. */
export class Snapshot {
  private constructor(
    private readonly connections: Connections,
    private readonly runner: QueryRunner,
    readonly tables: readonly ContentTable[],
  ) {}

  static async take<T>(connections: Connections, work: (snapshot: Snapshot) => Promise<T>): Promise<T> {
    const runner = connections.reader.createQueryRunner();
    try {
      await begin(connections, runner);
      return await work(new Snapshot(connections, runner, contentTables(connections)));
    } finally {
      await runner.query('ROLLBACK').catch(() => undefined);
      await runner.release();
    }
  }

  count(table: ContentTable): Promise<number> {
    return countRows(this.runner, table);
  }

  /** Of all tables. */
  async rows(): Promise<number> {
    let rows = 0;
    for (const table of this.tables) rows += await this.count(table);
    return rows;
  }

  /** The rows in the order of their key. @param after the last one that is not wanted. */
  async *pages(table: ContentTable, after: Key | null = null): AsyncGenerator<PortableRow[]> {
    const { engine } = this.connections;
    const order = table.key.map(({ address }) => address).join(', ');
    const columns = table.columns.map(({ name, address }) => `${address} AS \`${name}\``).join(', ');
    for (let last = after; ;) {
      const { sql, parameters } = last === null ? { sql: '', parameters: [] } : beyond(table.key, last);
      const rows = (await this.runner.query(
        `SELECT ${columns} FROM ${table.name} ${sql} ORDER BY ${order} LIMIT ${PAGE_ROWS}`,
        parameters,
      )) as Row[];
      if (rows.length > 0) yield rows.map((row) => toPortable(engine, table, row));
      const end = rows.at(-1);
      if (end === undefined || rows.length < PAGE_ROWS) return;
      last = table.key.map(({ name }) => end[name] ?? null);
    }
  }

  async content(
    table: ContentTable,
    onRows: (rows: number) => void = () => undefined,
  ): Promise<TableContent> {
    const hash = new ContentHash();
    for await (const page of this.pages(table)) {
      for (const row of page) hash.add(row);
      onRows(page.length);
    }
    return hash.content();
  }

  /** The id that the next row would get; null where the database gives none. */
  async nextNumber(table: ContentTable): Promise<number | null> {
    return table.isNumbered ? nextNumber(this.runner, table.name) : null;
  }

  /** The stored files that rows speak of, by their content. */
  files(): Promise<{ sha256: string; size: number }[]> {
    const sql = 'SELECT sha256, MAX(file_size) AS size FROM uploads GROUP BY sha256 ORDER BY sha256';
    return this.runner.query(sql) as Promise<{ sha256: string; size: number }[]>;
  }
}

async function begin({ engine }: Connections, runner: QueryRunner): Promise<void> {
  if (engine === 'mysql') {
    await runner.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ');
    await runner.query('START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY');
    return;
  }
  await runner.query('BEGIN');
  // The moment is that of the first read.
  await runner.query('SELECT COUNT(*) FROM sqlite_master');
}

/** Whatever comes after a key. The first column stands alone as well, for an index to begin at. */
function beyond(key: readonly ContentColumn[], after: Key): { sql: string; parameters: unknown[] } {
  const [first, ...rest] = key;
  if (first === undefined || rest.length === 0) {
    return { sql: `WHERE ${first?.address} > ?`, parameters: [...after] };
  }
  const branches = key.map(({ address }, index) =>
    [...key.slice(0, index).map((earlier) => `${earlier.address} = ?`), `${address} > ?`].join(' AND '),
  );
  return {
    sql: `WHERE ${first.address} >= ? AND (${branches.map((branch) => `(${branch})`).join(' OR ')})`,
    parameters: [after[0], ...key.flatMap((_, index) => after.slice(0, index + 1))],
  };
}
