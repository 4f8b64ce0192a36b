import { setTimeout as pause } from 'node:timers/promises';

import { type Config } from '@desk/platform/config';
import { pingDatabase } from '@desk/platform/database';
import { pingRedis } from '@desk/platform/redis';

const PATIENCE_MS = 60_000;
const BETWEEN_TRIES_MS = 500;

/** A service that the settings name did not answer in time: one line for whoever starts the desk. */
export class ServiceUnreachable extends Error {}

/** The order in which machines start does not matter: waits for what the settings name, for a minute at most. */
export async function waitForServices(config: Config, patienceMs = PATIENCE_MS): Promise<void> {
  const { redisUrl } = config;
  await waitForDatabase(config, patienceMs);
  if (redisUrl !== null) await answered('The Redis of REDIS_URL', patienceMs, () => pingRedis(redisUrl));
}

export async function waitForDatabase({ database }: Config, patienceMs = PATIENCE_MS): Promise<void> {
  if (database.engine !== 'mysql') return;
  await answered('The database of DATABASE_URL', patienceMs, () => pingDatabase(database.url));
}

async function answered(what: string, patienceMs: number, ask: () => Promise<void>): Promise<void> {
  const giveUpAt = Date.now() + patienceMs;
  for (;;) {
    try {
      await ask();
      return;
    } catch (error) {
      if (Date.now() >= giveUpAt) throw new ServiceUnreachable(`${what} does not answer: ${reasonOf(error)}`);
      await pause(BETWEEN_TRIES_MS);
    }
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code } = error as NodeJS.ErrnoException;
  return error.message || code || error.name;
}
