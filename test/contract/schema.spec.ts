import { schema } from '@desk/backend/schema';
import { type Connections, migrate, openConnections, status } from '@desk/platform/database';

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
    const { upQueries } = await connections.writer.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('has run every migration, each under a name of its own', async () => {
    const { done, ...others } = await status(connections);
    expect(others).toEqual({ interrupted: [], pending: [], changed: [], unknown: [], foreign: [] });
    expect(done).toHaveLength(schema.migrations.length);
    expect(new Set(done).size).toBe(done.length);
  });
});
