import { createHash } from 'node:crypto';

import { type Connections } from '@desk/platform/database';

/** A fingerprint of all rows of each table, by its name. */
export async function contentOf({ reader }: Connections): Promise<Record<string, string>> {
  const tables = reader.entityMetadatas.map(({ tableName, primaryColumns }) => ({
    name: tableName,
    order: primaryColumns.map(({ databaseName }) => databaseName).join(', '),
  }));
  const content: Record<string, string> = {};
  for (const { name, order } of [...tables, { name: 'ticket_search', order: '1' }]) {
    const rows = await reader.query<unknown[]>(`SELECT * FROM ${name} ORDER BY ${order}`);
    const hash = createHash('sha256').update(JSON.stringify(rows)).digest('hex');
    content[name] = `${rows.length} rows, ${hash.slice(0, 16)}`;
  }
  return content;
}

/** What TypeORM would change to make the schema that of the entities. */
export async function schemaDiff({ writer }: Connections): Promise<string[]> {
  const { upQueries } = await writer.driver.createSchemaBuilder().log();
  return upQueries.map(({ query }) => query);
}
