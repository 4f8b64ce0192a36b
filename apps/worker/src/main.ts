import 'reflect-metadata';

import { NestFactory } from '@nestjs/core';

import { BackendModule } from '@desk/backend/backend.module';
import { requireMigrated } from '@desk/backend/prepare-database';
import { startFailure } from '@desk/backend/start-failure';
import { stopOnSignal } from '@desk/backend/stop-on-signal';
import { waitForServices } from '@desk/backend/wait-for-services';
import { Config, ConfigError } from '@desk/platform/config';
import { createLogger, NestLogger } from '@desk/platform/logging';

/** Jobs, schedules and the outbox relay, for a desk of several processes. It listens nowhere. */
async function start(): Promise<void> {
  const config = Config.ofProcess();
  if (config.redisUrl === null) {
    throw new ConfigError(
      'REDIS_URL',
      'is required by a worker: without it the API process does all the work',
    );
  }
  await waitForServices(config);
  await requireMigrated(config);
  const worker = await NestFactory.createApplicationContext(BackendModule.forRoles(config, ['work']), {
    logger: new NestLogger(createLogger(config.logLevel)),
    abortOnError: false,
  });
  stopOnSignal(worker);
  process.stdout.write('The worker of JeyaRamaDesk is at work\n');
}

start().catch((error: unknown) => {
  process.stderr.write(`${startFailure(error)}\n`);
  process.exit(1);
});
