import { assertNotServed } from '@desk/platform/boot';
import { type Config } from '@desk/platform/config';
import {
  assertMigrated,
  type Connections,
  migrate,
  migrateDown,
  openConnections,
  status,
  TransferMark,
  type WayDown,
} from '@desk/platform/database';

import { schema } from './schema';

/** Opens the database for the time that `work` takes, outside any application. */
export async function withDatabase<T>(
  config: Config,
  work: (connections: Connections) => Promise<T>,
): Promise<T> {
  const connections = await openConnections(config.database, schema);
  try {
    return await work(connections);
  } finally {
    await connections.close();
  }
}

/**
 * Runs the migrations that are missing; if there are any, under nobody who serves with the schema as it was.
 * @returns their names.
 * @throws StillServed
 */
export function migrateDatabase(config: Config, now: Date): Promise<string[]> {
  return withDatabase(config, async (connections) => {
    await new TransferMark(connections).assertNone();
    const { pending, interrupted } = await status(connections);
    if (pending.length + interrupted.length > 0) await assertNotServed(connections, now);
    return migrate(connections, config.database, now);
  });
}

/**
 * Undoes migrations. What is written after it has looked would go unasked, so nobody may serve meanwhile.
 * @returns their names.
 * @throws DataWouldBeLost unless `way` allows it.
 */
export function migrateDatabaseDown(config: Config, way: WayDown, now: Date): Promise<string[]> {
  return withDatabase(config, async (connections) => {
    await new TransferMark(connections).assertNone();
    await assertNotServed(connections, now);
    return migrateDown(connections, config.database, way, now);
  });
}

/**
 * @throws SchemaMismatch unless the database is exactly what this code expects.
 * @throws NotToBeFilled while a move or a restore into it has not come to its end.
 */
export function requireMigrated(config: Config): Promise<void> {
  return withDatabase(config, async (connections) => {
    await new TransferMark(connections).assertNone();
    await assertMigrated(connections);
  });
}
