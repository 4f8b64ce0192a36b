import { schema } from '@desk/backend/schema';
import { type Connections, migrate, migrateDown, openConnections, status } from '@desk/platform/database';

import { schemaDiff } from '../support/database-content';
import { TestPlace } from '../support/test-place';

describe('the migrated schema', () => {
  let place: TestPlace;
  let connections: Connections;

  beforeAll(async () => {
    place = await TestPlace.create();
    connections = await openConnections(place.target, schema);
    await migrate(connections, place.target, new Date());
  });

  afterAll(async () => {
    await connections.close();
    await place.remove();
  });

  it('is what the entities say', async () => {
    expect(await schemaDiff(connections)).toEqual([]);
  });

  it('has run every migration, each under a name of its own', async () => {
    const { done, ...others } = await status(connections);
    expect(others).toEqual({
      interrupted: [],
      pending: [],
      changed: [],
      unknown: [],
      lastBeforeUnknown: null,
      foreign: [],
    });
    expect(done).toHaveLength(schema.migrations.length);
    expect(new Set(done).size).toBe(done.length);
  });

  it('is undone by the way down, step by step, and made again by the way up', async () => {
    const { done } = await status(connections);
    const down = (to: string | null) =>
      migrateDown(connections, place.target, { to, loseData: false }, new Date());
    expect(await down(done[0] ?? '')).toEqual(done.slice(1).reverse());
    expect(await down(null)).toEqual(done.slice(0, 1));
    expect(await down(null)).toEqual([]);
    const runner = connections.writer.createQueryRunner();
    for (const { tableName } of connections.writer.entityMetadatas) {
      expect({ tableName, isThere: await runner.hasTable(tableName) }).toEqual({ tableName, isThere: false });
    }
    await runner.release();
    expect(await migrate(connections, place.target, new Date())).toEqual(done);
    expect(await schemaDiff(connections)).toEqual([]);
  });
});
