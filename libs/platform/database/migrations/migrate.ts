import { existsSync, renameSync } from 'node:fs';

import { type QueryRunner } from 'typeorm';

import { type DatabaseTarget } from '@desk/platform/config';

import { type Connections } from '../connections';
import { type Applied, History } from './history';
import { type KnownMigration } from './known-migrations';
import { alone } from './lock';
import { SchemaMismatch, whyNotMigrated } from './refusals';
import { engineOf } from './steps';
import { statusOf } from './status';

/**
 * Runs what is missing, and what a killed process has left half done. An existing SQLite file is copied beside itself
 * first. Of several processes that ask at once one does it.
 * @returns names of the migrations that ran.
 */
export function migrate(connections: Connections, target: DatabaseTarget, now: Date): Promise<string[]> {
  const { migrations } = connections;
  return alone(connections, async (runner) => {
    const found = await statusOf(migrations, runner);
    const refusal = whyNotMigrated(found);
    if (refusal !== null) throw new SchemaMismatch(refusal);
    const missing = migrations.filter(({ name }) => !found.done.includes(name));
    if (missing.length === 0) return [];
    if (found.done.length > 0) await keepCopy(connections, target, now);
    const history = new History(runner);
    await history.create();
    const applied = await history.applied();
    for (const migration of missing) {
      await run(runner, migration, applied.find(({ name }) => name === migration.name) ?? null, now);
    }
    return missing.map(({ name }) => name);
  });
}

async function run(
  runner: QueryRunner,
  { name, steps, fingerprints }: KnownMigration,
  begun: Applied | null,
  now: Date,
): Promise<void> {
  const history = new History(runner);
  if (begun === null) await history.begin(name, now);
  for (const [index, step] of steps.entries()) {
    if (index < (begun?.steps.length ?? 0)) continue;
    await withItsRecord(runner, async () => {
      await step.up(runner);
      const isLast = index === steps.length - 1;
      await history.record(name, fingerprints.slice(0, index + 1), isLast ? now : null);
    });
  }
}

/** Rows that a step changes are committed with its record; about the schema MySQL does as it likes. */
async function withItsRecord(runner: QueryRunner, work: () => Promise<void>): Promise<void> {
  if (engineOf(runner) === 'sqlite') return work();
  await runner.startTransaction();
  try {
    await work();
    await runner.commitTransaction();
  } catch (error) {
    await runner.rollbackTransaction().catch(() => undefined);
    throw error;
  }
}

async function keepCopy({ reader }: Connections, target: DatabaseTarget, now: Date): Promise<void> {
  if (target.engine !== 'sqlite' || !existsSync(target.file)) return;
  const copy = `${target.file}.before-${now.toISOString().replace(/[:.]/g, '-')}`;
  // Under its name it is whole.
  await reader.query('VACUUM INTO ?', [`${copy}.part`]);
  renameSync(`${copy}.part`, copy);
}
