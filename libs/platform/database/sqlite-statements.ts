import type BetterSqlite3 from 'better-sqlite3';
import { type DataSource } from 'typeorm';

const REMEMBERED = 500;

interface Prepared {
  statement: BetterSqlite3.Statement;
  /** Names of what it answers; null for a statement without rows. */
  columns: string[] | null;
}

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
    const { statement, columns } = this.prepared(sql);
    if (columns !== null) {
      const rows = statement.all(...bindable(parameters)) as unknown[][];
      return rows.map((row) => named<T>(columns, row));
    }
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
    // Plain arrays named here cost a third less than the objects that the driver would build.
    const columns = statement.reader ? statement.columns().map(({ name }) => name) : null;
    if (columns !== null) statement.raw(true);
    const prepared = { statement, columns };
    this.known.set(sql, prepared);
    const [oldest] = this.known.keys();
    if (this.known.size > REMEMBERED && oldest !== undefined) this.known.delete(oldest);
    return prepared;
  }
}

function named<T>(columns: readonly string[], row: readonly unknown[]): T {
  const result: Record<string, unknown> = {};
  for (let index = 0; index < columns.length; index++) result[columns[index] as string] = row[index];
  return result as T;
}

/** SQLite has no booleans. */
function bindable(parameters: readonly unknown[]): unknown[] {
  return parameters.map((parameter) => (typeof parameter === 'boolean' ? Number(parameter) : parameter));
}
