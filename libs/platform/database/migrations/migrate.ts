import { type QueryRunner } from 'typeorm';

import { type DatabaseTarget } from '@desk/platform/config';

import { type Connections } from '../connections';
import { type Applied, History } from './history';
import { keepCopy } from './keep-copy';
import { type KnownMigration } from './known-migrations';
import { alone } from './lock';
import { SchemaMismatch, whyNotMigrated } from './refusals';
import { statusOf } from './status';
import { withItsRecord } from './with-its-record';

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
