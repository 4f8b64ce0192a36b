import { type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

import { BackendModule } from '@desk/backend/backend.module';
import { requireMigrated } from '@desk/backend/prepare-database';
import { Config } from '@desk/platform/config';

/** Does something with the cores of the desk: no routes, no jobs. What it says goes through the outbox. */
export async function withDesk<T>(work: (desk: INestApplicationContext) => Promise<T>): Promise<T> {
  const config = Config.ofProcess();
  await requireMigrated(config);
  const desk = await NestFactory.createApplicationContext(BackendModule.forRoles(config, []), {
    logger: false,
    abortOnError: false,
  });
  try {
    return await work(desk);
  } finally {
    await desk.close();
  }
}
