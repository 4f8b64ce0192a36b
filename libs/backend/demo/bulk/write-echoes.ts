import { type Database, type Row, type SearchIndex } from '@desk/platform/database';

import { type Echo } from './echo';
import { HISTORY_TABLES } from './history';

/** Rows of one statement; few sizes, so that the engine knows most statements already. */
const ROWS = 32;

/** The rows of some echoes, inside the caller's unit of work. @throws a duplicate when a number is taken. */
export async function writeEchoes(
  database: Database,
  search: SearchIndex,
  echoes: readonly Echo[],
): Promise<void> {
  await insert(
    database,
    'jrd_tickets',
    echoes.map((echo) => echo.ticket),
  );
  const ids = await idsOf(
    database,
    echoes.map((echo) => echo.number),
  );
  const linked = echoes.map((echo) => ({ echo, id: ids.get(echo.number) ?? 0 }));
  for (const table of HISTORY_TABLES) {
    const rows = linked.flatMap(({ echo, id }) => echo.rows[table].map((row) => ({ ...row, ticket_id: id })));
    await insert(database, table, rows);
  }
  for (const { echo, id } of linked) await search.add({ id, ...echo.search });
}

async function idsOf(database: Database, numbers: readonly string[]): Promise<Map<string, number>> {
  const marks = numbers.map(() => '?').join(', ');
  const rows = await database.rows<{ id: number; ticket_id: string }>(
    `SELECT id, ticket_id FROM jrd_tickets WHERE ticket_id IN (${marks})`,
    [...numbers],
  );
  return new Map(rows.map((row) => [row.ticket_id, row.id]));
}

async function insert(database: Database, table: string, rows: readonly Row[]): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first);
  const place = `(${columns.map(() => '?').join(', ')})`;
  for (let start = 0; start < rows.length; start += ROWS) {
    const some = rows.slice(start, start + ROWS);
    await database.write().query(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${some.map(() => place).join(', ')}`,
      some.flatMap((row) => columns.map((column) => row[column])),
    );
  }
}
