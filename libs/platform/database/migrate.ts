import { copyFileSync, existsSync } from 'node:fs';

import { type DatabaseTarget } from '@desk/platform/config';

import { type Connections } from './connections';

/** Thrown when the database's schema is older or newer than this code's. The message says which command helps. */
export class SchemaMismatch extends Error {}

/**
 * Runs what is missing. An existing SQLite file is copied beside itself first.
 * @returns names of the migrations that ran.
 */
export async function migrate(
  connections: Connections,
  target: DatabaseTarget,
  now: Date,
): Promise<string[]> {
  const { pending, unknown } = await status(connections);
  if (unknown.length > 0) throw new SchemaMismatch(newerMessage(unknown));
  if (pending.length === 0) return [];
  if (target.engine === 'sqlite') await keepCopy(connections, target.file, now);
  const ran = await connections.writer.runMigrations({ transaction: 'each' });
  return ran.map((migration) => migration.name);
}

/** @throws SchemaMismatch unless the schema is exactly this code's. */
export async function assertMigrated(connections: Connections): Promise<void> {
  const { pending, unknown } = await status(connections);
  if (unknown.length > 0) throw new SchemaMismatch(newerMessage(unknown));
  if (pending.length > 0) {
    throw new SchemaMismatch(
      `The database lacks ${pending.length} migration(s); run: npm run desk -- migrate`,
    );
  }
}

export interface MigrationStatus {
  done: string[];
  pending: string[];
  /** Recorded in the database but not in this code: a newer version has migrated it. */
  unknown: string[];
}

export async function status(connections: Connections): Promise<MigrationStatus> {
  const known = connections.writer.migrations.map(
    (migration) => migration.name ?? migration.constructor.name,
  );
  const done = await recorded(connections);
  return {
    done: known.filter((name) => done.includes(name)),
    pending: known.filter((name) => !done.includes(name)),
    unknown: done.filter((name) => !known.includes(name)),
  };
}

async function recorded(connections: Connections): Promise<string[]> {
  const runner = connections.writer.createQueryRunner();
  try {
    if (!(await runner.hasTable('migrations'))) return [];
    const rows = (await runner.query('SELECT name FROM migrations ORDER BY id')) as { name: string }[];
    return rows.map((row) => row.name);
  } finally {
    await runner.release();
  }
}

async function keepCopy(connections: Connections, file: string, now: Date): Promise<void> {
  if (!existsSync(file) || (await recorded(connections)).length === 0) return;
  await connections.writer.query('PRAGMA wal_checkpoint(TRUNCATE)');
  copyFileSync(file, `${file}.before-${now.toISOString().replace(/[:.]/g, '-')}`);
}

function newerMessage(unknown: readonly string[]): string {
  return `The database was migrated by a newer version (${unknown.join(', ')}); start that version, or restore a backup`;
}
