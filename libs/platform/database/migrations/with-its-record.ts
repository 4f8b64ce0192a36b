import { type QueryRunner } from 'typeorm';

import { engineOf } from '../engine-of';

/** Rows that a step changes are committed with its record; about the schema MySQL does as it likes. */
export async function withItsRecord(runner: QueryRunner, work: () => Promise<void>): Promise<void> {
  // On SQLite all steps are in one transaction already.
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
