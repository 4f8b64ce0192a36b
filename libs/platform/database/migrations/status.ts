import { type QueryRunner } from 'typeorm';

import { type Connections } from '../connections';
import { type Applied, History } from './history';
import { type KnownMigration } from './known-migrations';

/** Names of migrations, by how this code and the database agree about them. */
export interface MigrationStatus {
  done: string[];
  /** Begun, and killed before its last step. */
  interrupted: string[];
  pending: string[];
  /** Run here, and not what this code calls by that name. */
  changed: string[];
  /** Run here, and not in this code: a newer version has migrated it. */
  unknown: string[];
  /** The last one that ran before the first of those; null without any. */
  lastBeforeUnknown: string | null;
  /** A few of the tables of a database that no migration has made. */
  foreign: string[];
}

export async function status({ reader, migrations }: Connections): Promise<MigrationStatus> {
  const runner = reader.createQueryRunner();
  try {
    return await statusOf(migrations, runner);
  } finally {
    await runner.release();
  }
}

export async function statusOf(
  known: readonly KnownMigration[],
  runner: QueryRunner,
): Promise<MigrationStatus> {
  const history = new History(runner);
  const isThere = await history.exists();
  const applied = isThere ? await history.applied() : [];
  return { ...compare(known, applied), foreign: isThere ? [] : await history.someTables() };
}

export function compare(
  known: readonly KnownMigration[],
  applied: readonly Applied[],
): Omit<MigrationStatus, 'foreign'> {
  const found = { done: [], interrupted: [], pending: [], changed: [], unknown: [] } as Record<
    'done' | 'interrupted' | 'pending' | 'changed' | 'unknown',
    string[]
  >;
  for (const { name, fingerprints } of known) {
    const one = applied.find((each) => each.name === name);
    found[one === undefined ? 'pending' : judge(fingerprints, one)].push(name);
  }
  const names = new Set(known.map(({ name }) => name));
  found.unknown = applied.map(({ name }) => name).filter((name) => !names.has(name));
  const firstUnknown = applied.findIndex(({ name }) => !names.has(name));
  return { ...found, lastBeforeUnknown: applied[firstUnknown - 1]?.name ?? null };
}

function judge(
  fingerprints: readonly string[],
  { steps, finished_at }: Applied,
): 'done' | 'interrupted' | 'changed' {
  if (steps.some((step, index) => step !== fingerprints[index])) return 'changed';
  if (finished_at === null) return 'interrupted';
  return steps.length === fingerprints.length ? 'done' : 'changed';
}
