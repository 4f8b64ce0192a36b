import { type QueryRunner } from 'typeorm';

import { engineOf } from '../engine-of';

/*
 * The id that a table gives next. It is more than the highest when rows at the end were deleted, and an id that somebody
 * has written down must not come to mean something else.
 */

export async function nextNumber(runner: QueryRunner, table: string): Promise<number> {
  if (engineOf(runner) === 'sqlite') {
    const [row] = (await runner.query('SELECT seq FROM sqlite_sequence WHERE name = ?', [table])) as {
      seq: number;
    }[];
    return (row?.seq ?? 0) + 1;
  }
  // As a table's own description it is not the copy that MySQL 8 keeps for a day.
  const [row] = (await runner.query(`SHOW CREATE TABLE ${table}`)) as Record<string, string>[];
  return Number(/ AUTO_INCREMENT=(\d+)/.exec(row?.['Create Table'] ?? '')?.[1] ?? 1);
}

export async function setNextNumber(runner: QueryRunner, table: string, next: number): Promise<void> {
  if (engineOf(runner) === 'mysql') {
    await runner.query(`ALTER TABLE ${table} AUTO_INCREMENT = ${next}`);
    return;
  }
  await runner.query('DELETE FROM sqlite_sequence WHERE name = ?', [table]);
  await runner.query('INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)', [table, next - 1]);
}

/** SQLite's way to change a column is a table made anew, which would give the ids of deleted rows again. */
export async function keepingNumber(
  runner: QueryRunner,
  table: string,
  work: () => Promise<void>,
): Promise<void> {
  if (engineOf(runner) === 'mysql') return work();
  const next = await nextNumber(runner, table);
  await work();
  if (next > 1) await setNextNumber(runner, table, next);
}
