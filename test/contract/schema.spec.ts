import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { schema } from '@desk/backend/schema';
import { type Connections, migrate, openConnections, status } from '@desk/platform/database';

describe('the migrated schema on SQLite', () => {
  let folder: string;
  let connections: Connections;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'desk-schema-'));
    const target = { engine: 'sqlite', file: join(folder, 'desk.sqlite') } as const;
    connections = await openConnections(target, schema);
    await migrate(connections, target, new Date());
  });

  afterAll(async () => {
    await connections.close();
    rmSync(folder, { recursive: true });
  });

  it('is what the entities say', async () => {
    const { upQueries } = await connections.writer.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('has run every migration, each under a name of its own', async () => {
    const { done, pending, unknown } = await status(connections);
    expect({ pending, unknown }).toEqual({ pending: [], unknown: [] });
    expect(done).toHaveLength(schema.migrations.length);
    expect(new Set(done).size).toBe(done.length);
  });
});
