import { type QueryRunner } from 'typeorm';

import { type Connections } from '../connections';
import { type Row } from '../database';
import { setNextNumber } from './numbering';
import { fromPortable, type PortableRow } from './row-codec';
import { type Key } from './snapshot';
import { type ContentTable, contentTables, countRows } from './tables';

/** Of one statement: SQLite ends at 32,766 parameters, servers at 16 MB of text. */
const MAX_PARAMETERS = 20_000;
const MAX_CHARACTERS = 1_000_000;

/** Brings rows into a database, table after table. Foreign keys are not looked at: a row may come before its parent. */
export class Filling {
  private constructor(
    private readonly connections: Connections,
    private readonly runner: QueryRunner,
    readonly tables: readonly ContentTable[],
  ) {}

  static async into<T>(connections: Connections, work: (filling: Filling) => Promise<T>): Promise<T> {
    const runner = connections.writer.createQueryRunner();
    const isSqlite = connections.engine === 'sqlite';
    const switches = isSqlite ? 'PRAGMA foreign_keys = ' : 'SET SESSION foreign_key_checks = ';
    try {
      await runner.query(`${switches}0`);
      return await work(new Filling(connections, runner, contentTables(connections)));
    } finally {
      await runner.query(`${switches}1`).catch(() => undefined);
      await runner.release();
    }
  }

  count(table: ContentTable): Promise<number> {
    return countRows(this.runner, table);
  }

  /** Of the last row that is there. */
  async highestKey({ name, key }: ContentTable): Promise<Key | null> {
    const columns = key.map((column) => `${column.address} AS \`${column.name}\``).join(', ');
    const order = key.map(({ address }) => `${address} DESC`).join(', ');
    const sql = `SELECT ${columns} FROM ${name} ORDER BY ${order} LIMIT 1`;
    const [row] = (await this.runner.query(sql)) as Row[];
    return row === undefined ? null : key.map((column) => row[column.name] ?? null);
  }

  /** All of them or none. */
  async add(table: ContentTable, rows: readonly PortableRow[]): Promise<void> {
    const { engine } = this.connections;
    await this.runner.query(engine === 'sqlite' ? 'BEGIN IMMEDIATE' : 'START TRANSACTION');
    try {
      for (const some of inStatements(table, rows)) await this.insert(table, some);
      await this.runner.query('COMMIT');
    } catch (error) {
      await this.runner.query('ROLLBACK').catch(() => undefined);
      throw error;
    }
  }

  async setNextNumber(table: ContentTable, next: number): Promise<void> {
    await setNextNumber(this.runner, table.name, next);
  }

  private async insert(table: ContentTable, rows: readonly PortableRow[]): Promise<void> {
    const columns = table.columns.map(({ address }) => address).join(', ');
    const places = `(${table.columns.map(() => '?').join(', ')})`;
    await this.runner.query(
      `INSERT INTO ${table.name} (${columns}) VALUES ${rows.map(() => places).join(', ')}`,
      rows.flatMap((row) => fromPortable(this.connections.engine, table, row)),
    );
  }
}

function* inStatements(
  { columns }: ContentTable,
  rows: readonly PortableRow[],
): Generator<readonly PortableRow[]> {
  let some: PortableRow[] = [];
  let characters = 0;
  for (const row of rows) {
    const length = row.reduce<number>((sum, value) => sum + String(value).length, 0);
    const isFull =
      characters + length > MAX_CHARACTERS || (some.length + 1) * columns.length > MAX_PARAMETERS;
    if (isFull && some.length > 0) {
      yield some;
      [some, characters] = [[], 0];
    }
    some.push(row);
    characters += length;
  }
  if (some.length > 0) yield some;
}
