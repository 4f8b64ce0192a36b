import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

import type BetterSqlite3 from 'better-sqlite3';
import type { RowDataPacket } from 'mysql2/promise';
import { DataSource, type DataSourceOptions, type Driver } from 'typeorm';

import { type DatabaseTarget } from '@desk/platform/config';

import { Connections } from './connections';
import { knownMigrations } from './migrations/known-migrations';
import { type Schema } from './schema';

const BUSY_TIMEOUT_MS = 10_000;
const POOL_SIZE = 12;

/** Opens the writer and the reader. Neither migrates; see `migrate`. */
export async function openConnections(target: DatabaseTarget, schema: Schema): Promise<Connections> {
  if (target.engine === 'mysql') {
    const pool = await mysqlPool(target.url, await mysqlFlavour(target.url), schema).initialize();
    await prepareSessions(pool);
    return new Connections('mysql', pool, pool, knownMigrations(schema, 'mysql'));
  }
  mkdirSync(dirname(target.file), { recursive: true });
  const writer = await bindNumbers(sqlite(target.file, schema, false)).initialize();
  const reader = await bindNumbers(sqlite(target.file, schema, true)).initialize();
  return new Connections('sqlite', writer, reader, knownMigrations(schema, 'sqlite'));
}

function sqlite(file: string, schema: Schema, readonly: boolean): DataSource {
  return new DataSource({
    type: 'better-sqlite3',
    database: file,
    entities: schema.entities as DataSourceOptions['entities'],
    statementCacheSize: 500,
    timeout: BUSY_TIMEOUT_MS,
    readonly,
    prepareDatabase: (database: unknown) => {
      tune(database as BetterSqlite3.Database, readonly);
    },
  });
}

/**
 * TypeORM spells whole numbers out in the text of a statement for SQLite, so every id would be prepared anew and push
 * out the statements that are worth keeping. As a bigint a number becomes a parameter like any other.
 */
function bindNumbers(source: DataSource): DataSource {
  const { driver } = source;
  const escape = driver.escapeQueryWithParameters.bind(driver);
  driver.escapeQueryWithParameters = (sql, parameters) => {
    const bound = Object.entries(parameters).map(([name, value]) => [
      name,
      Number.isSafeInteger(value) ? BigInt(value as number) : (value as unknown),
    ]);
    return escape(sql, Object.fromEntries(bound) as typeof parameters);
  };
  return source;
}

function tune(database: BetterSqlite3.Database, readonly: boolean): void {
  if (!readonly) {
    database.pragma('journal_mode = WAL');
    // An acknowledged write survives power loss, which WAL with NORMAL does not promise.
    database.pragma('synchronous = FULL');
    // Pages, 16 MB: what one block of the log's index finds. A page changed often is copied into the file once for many
    // commits, and the fewer of those copies, the fewer commits wait for one.
    database.pragma('wal_autocheckpoint = 4000');
  }
  database.pragma('foreign_keys = ON');
  // Kilobytes. Writes come back to few pages; lists read many.
  database.pragma(`cache_size = -${readonly ? 24_000 : 12_000}`);
  database.pragma('temp_store = MEMORY');
}

/** The part of mysql2's pool that TypeORM hands out without its type. */
interface MysqlPool {
  on(event: 'connection', listener: (connection: MysqlConnection) => void): void;
}

interface MysqlConnection {
  query(sql: string, done: () => void): unknown;
}

const SESSION = [
  // What others have committed is seen by the next statement, as a unit of work on SQLite sees all that came before it;
  // MySQL's own default would show it the state at its first read, however long it waited for a row since.
  'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED',
  // Three tries of a unit of work end before whoever asked has given up; MySQL's own default is 50 s a try.
  'SET SESSION innodb_lock_wait_timeout = 5',
];

async function prepareSessions(source: DataSource): Promise<void> {
  const { pool } = source.driver as unknown as { pool: MysqlPool };
  pool.on('connection', (connection) => {
    // These fail only with their connection, and the statement behind them says so.
    for (const setting of SESSION) connection.query(setting, () => undefined);
  });
  // The one connection that stands already.
  for (const setting of SESSION) await source.query(setting);
}

/** @throws whatever keeps the server of `url` from answering. */
export async function pingDatabase(url: string): Promise<void> {
  await mysqlFlavour(url);
}

/** MariaDB answers with its name. TypeORM must know: as `mysql` it would find every nullable column changed. */
async function mysqlFlavour(url: string): Promise<'mysql' | 'mariadb'> {
  // Loaded where it is used: on SQLite a desk starts without it.
  const { createConnection } = await import('mysql2/promise');
  const connection = await createConnection(url);
  try {
    const [rows] = await connection.query<RowDataPacket[]>('SELECT VERSION() AS version');
    return String(rows[0]?.['version']).includes('MariaDB') ? 'mariadb' : 'mysql';
  } finally {
    await connection.end();
  }
}

function mysqlPool(url: string, flavour: 'mysql' | 'mariadb', schema: Schema): DataSource {
  const pool = new DataSource({
    type: flavour,
    url,
    entities: schema.entities as DataSourceOptions['entities'],
    charset: 'utf8mb4_bin',
    timezone: 'Z',
    dateStrings: true,
    poolSize: POOL_SIZE,
    // Counts and sums are numbers, as on SQLite; nothing here grows past 2^53.
    supportBigNumbers: true,
    bigNumberStrings: false,
    extra: { decimalNumbers: true },
  });
  mapLongText(pool.driver);
  return pool;
}

/** `text` ends at 64 KiB on MySQL; entities say it once for both engines. */
function mapLongText(driver: Driver): void {
  const normalizeType = driver.normalizeType.bind(driver);
  driver.normalizeType = (column) => (column.type === 'text' ? 'mediumtext' : normalizeType(column));
}
