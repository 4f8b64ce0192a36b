import { setTimeout as pause } from 'node:timers/promises';

import { type QueryRunner } from 'typeorm';

import { type Connections } from '../connections';
import { isTransient } from '../failures';
import { SchemaMismatch } from './refusals';

const PATIENCE_S = 600;
const BETWEEN_TRIES_MS = 100;

/**
 * Does something to the schema while no other process does. SQLite takes all of it in one transaction, which a kill
 * undoes; MySQL and MariaDB commit each statement about the schema by itself, so there it is a lock of the connection,
 * which ends with it.
 */
export function alone<T>(
  { engine, writer }: Connections,
  work: (runner: QueryRunner) => Promise<T>,
): Promise<T> {
  const runner = writer.createQueryRunner();
  return (engine === 'sqlite' ? inOneTransaction : underLock)(runner, () => work(runner)).finally(() =>
    runner.release(),
  );
}

async function inOneTransaction<T>(runner: QueryRunner, work: () => Promise<T>): Promise<T> {
  // Tables are made anew to change them, and their rows must not be taken for deleted.
  await runner.beforeMigration();
  try {
    await begin(runner);
    const result = await work();
    await runner.query('COMMIT');
    return result;
  } catch (error) {
    await runner.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    await runner.afterMigration();
  }
}

async function begin(runner: QueryRunner): Promise<void> {
  const giveUpAt = Date.now() + PATIENCE_S * 1000;
  for (;;) {
    try {
      await runner.query('BEGIN IMMEDIATE');
      return;
    } catch (error) {
      if (!isTransient(error)) throw error;
      if (Date.now() >= giveUpAt) throw tooLong();
      await pause(BETWEEN_TRIES_MS);
    }
  }
}

async function underLock<T>(runner: QueryRunner, work: () => Promise<T>): Promise<T> {
  const lock = "CONCAT('migrate:', SHA1(DATABASE()))";
  const [row] = (await runner.query(`SELECT GET_LOCK(${lock}, ${PATIENCE_S}) AS got`)) as { got: number }[];
  if (Number(row?.got) !== 1) throw tooLong();
  try {
    return await work();
  } finally {
    await runner.query(`DO RELEASE_LOCK(${lock})`).catch(() => undefined);
  }
}

function tooLong(): SchemaMismatch {
  return new SchemaMismatch(
    'Another process has been at work on this schema for ten minutes; try again later',
  );
}
