import { createHash } from 'node:crypto';

import { columnsFor, type Engine } from '../columns';
import { type Schema } from '../schema';
import { type Step } from './steps';

/** A migration of this code, as one engine runs it. */
export interface KnownMigration {
  name: string;
  steps: readonly Step[];
  /** One for each step, the same on both engines. */
  fingerprints: readonly string[];
}

/** In the order in which they run. */
export function knownMigrations(schema: Schema, engine: Engine): KnownMigration[] {
  return schema.migrations
    .map((Migration) => {
      const migration = new Migration();
      const [sqlite, mysql] = [migration.steps(columnsFor('sqlite')), migration.steps(columnsFor('mysql'))];
      return {
        name: migration.name,
        steps: engine === 'sqlite' ? sqlite : mysql,
        fingerprints: sqlite.map((step, index) => fingerprint([step.plan, mysql[index]?.plan])),
      };
    })
    .sort((a, b) => numberOf(a.name) - numberOf(b.name));
}

function numberOf(name: string): number {
  const digits = /\d{13}$/.exec(name)?.[0];
  if (digits === undefined) throw new Error(`The migration ${name} has no 13 digits at its end`);
  return Number(digits);
}

function fingerprint(plan: unknown): string {
  return createHash('sha256').update(JSON.stringify(plan, inOrder)).digest('hex').slice(0, 16);
}

/** In whatever order an object's fields were written: it says the same. */
function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
