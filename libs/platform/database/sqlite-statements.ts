import { compileFunction } from 'node:vm';

import type BetterSqlite3 from 'better-sqlite3';
import { type DataSource } from 'typeorm';

const REMEMBERED = 500;

interface Prepared {
  statement: BetterSqlite3.Statement;
  /** Names what a row's columns hold; null for a statement without rows. */
  toRow: RowMapper | null;
}

type RowMapper = (values: readonly unknown[]) => unknown;

/**
 * Prepared statements of one SQLite connection, run without TypeORM's way around them: the driver answers at once, so
 * a promise, a broadcast and a log entry a statement are most of what a statement costs.
 */
export class SqliteStatements {
  private readonly known = new Map<string, Prepared>();

  constructor(private readonly connection: BetterSqlite3.Database) {}

  static of(source: DataSource): SqliteStatements {
    const { databaseConnection } = source.driver as unknown as { databaseConnection: BetterSqlite3.Database };
    return new SqliteStatements(databaseConnection);
  }

  get isInTransaction(): boolean {
    return this.connection.inTransaction;
  }

  /** The rows of a query; of a statement without any, none. */
  rows<T>(sql: string, parameters: readonly unknown[]): T[] {
    const { statement, toRow } = this.prepared(sql);
    if (toRow !== null) return (statement.all(...bindable(parameters)) as unknown[][]).map(toRow) as T[];
    statement.run(...bindable(parameters));
    return [];
  }

  run(sql: string, parameters: readonly unknown[] = []): { affected: number; id: number } {
    const { changes, lastInsertRowid } = this.prepared(sql).statement.run(...bindable(parameters));
    return { affected: changes, id: Number(lastInsertRowid) };
  }

  private prepared(sql: string): Prepared {
    const found = this.known.get(sql);
    if (found !== undefined) return found;
    const statement = this.connection.prepare(sql);
    const toRow = statement.reader ? rowMapper(statement.columns().map(({ name }) => name)) : null;
    // Plain arrays named here cost half of the objects that the driver would build.
    if (toRow !== null) statement.raw(true);
    const prepared = { statement, toRow };
    this.known.set(sql, prepared);
    const [oldest] = this.known.keys();
    if (this.known.size > REMEMBERED && oldest !== undefined) this.known.delete(oldest);
    return prepared;
  }
}

/** An object literal made for these columns: the engine then knows the shape of its rows, and whoever reads them gains. */
function rowMapper(columns: readonly string[]): RowMapper {
  const members = columns.map((name, index) => `${JSON.stringify(name)}: values[${index}]`);
  return compileFunction(`return { ${members.join(', ')} };`, ['values']) as RowMapper;
}

/** SQLite has no booleans. */
function bindable(parameters: readonly unknown[]): unknown[] {
  return parameters.map((parameter) => (typeof parameter === 'boolean' ? Number(parameter) : parameter));
}
