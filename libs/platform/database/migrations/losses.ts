import { type QueryRunner } from 'typeorm';

/** Some rows of a table, all of them without a `where`. */
export interface Rows {
  table: string;
  /** As SQL that both engines understand. */
  where?: string;
}

/** How many rows would go, in words; null when none would, or there is no such table. */
export async function rowsLost(runner: QueryRunner, rows: Rows): Promise<string | null> {
  return inWords(rows.table, await count(runner, rows), 'row');
}

/** The same for the values of one column. */
export async function valuesLost(runner: QueryRunner, column: string, rows: Rows): Promise<string | null> {
  return inWords(`${rows.table}.${column}`, await count(runner, rows), 'value');
}

async function count(runner: QueryRunner, { table, where = '1 = 1' }: Rows): Promise<number> {
  if (!(await runner.hasTable(table))) return 0;
  const sql = `SELECT COUNT(*) AS n FROM ${runner.dataSource.driver.escape(table)} WHERE ${where}`;
  const [row] = (await runner.query(sql)) as { n: number | string }[];
  return Number(row?.n);
}

function inWords(what: string, count: number, one: string): string | null {
  if (count === 0) return null;
  return `${what} (${count.toLocaleString('en')} ${one}${count === 1 ? '' : 's'})`;
}
