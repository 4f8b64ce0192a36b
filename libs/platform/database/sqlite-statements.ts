import type BetterSqlite3 from 'better-sqlite3';
import { type DataSource } from 'typeorm';

const REMEMBERED = 500;

/**
 * Prepared statements of one SQLite connection, run without TypeORM's way around them: the driver answers at once, so
 * a promise, a broadcast and a log entry a statement are most of what a statement costs.
 */
export class SqliteStatements {
  private readonly known = new Map<string, BetterSqlite3.Statement>();

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
    const statement = this.prepared(sql);
    if (statement.reader) return statement.all(...bindable(parameters)) as T[];
    statement.run(...bindable(parameters));
    return [];
  }

  run(sql: string, parameters: readonly unknown[] = []): { affected: number; id: number } {
    const { changes, lastInsertRowid } = this.prepared(sql).run(...bindable(parameters));
    return { affected: changes, id: Number(lastInsertRowid) };
  }

  private prepared(sql: string): BetterSqlite3.Statement {
    const found = this.known.get(sql);
    if (found !== undefined) return found;
    const statement = this.connection.prepare(sql);
    this.known.set(sql, statement);
    const [oldest] = this.known.keys();
    if (this.known.size > REMEMBERED && oldest !== undefined) this.known.delete(oldest);
    return statement;
  }
}

/** SQLite has no booleans. */
function bindable(parameters: readonly unknown[]): unknown[] {
  return parameters.map((parameter) => (typeof parameter === 'boolean' ? Number(parameter) : parameter));
}
