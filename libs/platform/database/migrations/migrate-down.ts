import { type QueryRunner } from 'typeorm';

import { type DatabaseTarget } from '@desk/platform/config';

import { type Connections } from '../connections';
import { type Applied, History } from './history';
import { keepCopy } from './keep-copy';
import { type KnownMigration } from './known-migrations';
import { alone } from './lock';
import { SchemaMismatch, whyNotMigrated } from './refusals';
import { statusOf } from './status';
import { type Step } from './steps';
import { withItsRecord } from './with-its-record';

export interface WayDown {
  /** The migration that is the last one afterwards; null for one step. */
  to: string | null;
  /** Whether what the way down would throw away may go. */
  loseData: boolean;
}

/** A migration that has begun, and how far it has come. */
interface Undoable {
  migration: KnownMigration;
  stepsDone: number;
}

/** Going back would throw away what is in the database. The message, of one line, says what. */
export class DataWouldBeLost extends Error {}

/**
 * Undoes the migration that ran last, or all those that ran after the one that is named. An existing SQLite file is
 * copied beside itself first.
 * @returns names of the migrations that are undone.
 * @throws DataWouldBeLost unless that is allowed.
 */
export function migrateDown(
  connections: Connections,
  target: DatabaseTarget,
  { to, loseData }: WayDown,
  now: Date,
): Promise<string[]> {
  const { migrations } = connections;
  return alone(connections, async (runner) => {
    const refusal = whyNotMigrated(await statusOf(migrations, runner));
    if (refusal !== null) throw new SchemaMismatch(refusal);
    const history = new History(runner);
    const applied = (await history.exists()) ? await history.applied() : [];
    const undone = whatToUndo(migrations, applied, to);
    if (undone.length === 0) return [];
    const losses = await lossesOf(runner, undone);
    if (losses.length > 0 && !loseData) {
      throw new DataWouldBeLost(
        `Going back would lose ${losses.join(', ')}; add --lose-data to do it all the same`,
      );
    }
    await keepCopy(connections, target, now);
    for (const each of undone) await undo(runner, each);
    return undone.map(({ migration }) => migration.name);
  });
}

/** The one that began last comes first. */
function whatToUndo(
  known: readonly KnownMigration[],
  applied: readonly Applied[],
  to: string | null,
): Undoable[] {
  const last = to === null ? applied.length - 2 : applied.findIndex(({ name }) => name === to);
  if (to !== null && last === -1) {
    throw new SchemaMismatch(
      `No migration ${to} has run; npm run desk -- migrate status lists those that have`,
    );
  }
  return applied
    .slice(Math.max(0, last + 1))
    .reverse()
    .flatMap(({ name, steps }) => {
      const migration = known.find((each) => each.name === name);
      return migration === undefined ? [] : [{ migration, stepsDone: steps.length }];
    });
}

async function lossesOf(runner: QueryRunner, undone: readonly Undoable[]): Promise<string[]> {
  const losses = [];
  for (const each of undone) {
    for (const step of stepsToUndo(each)) losses.push(await step.loss(runner));
  }
  return losses.filter((loss) => loss !== null);
}

/** The step behind the last one on record may have been done all the same, unless it changes only rows. */
function stepsToUndo({ migration: { steps }, stepsDone }: Undoable): readonly Step[] {
  return steps.slice(0, stepsDone + (steps[stepsDone]?.isRowsOnly === true ? 0 : 1));
}

async function undo(runner: QueryRunner, undoable: Undoable): Promise<void> {
  const { name, fingerprints } = undoable.migration;
  const history = new History(runner);
  for (const [index, step] of [...stepsToUndo(undoable).entries()].reverse()) {
    await withItsRecord(runner, async () => {
      await step.down(runner);
      await history.record(name, fingerprints.slice(0, index), null);
    });
  }
  await history.forget(name);
}
