import 'reflect-metadata';

import { writeFileSync } from 'node:fs';

import { BackendModule } from '@desk/backend/backend.module';
import { Config } from '@desk/platform/config';
import { createHttpApp, createOpenApiDocument } from '@desk/platform/http';

/** Writes the OpenAPI document to the given file. Nothing is opened and nothing is served. */
async function write(file: string | undefined): Promise<void> {
  if (file === undefined) throw new Error('Say which file to write: node dist/apps/api/openapi.js FILE');
  // A secret is given so that none is written to the data folder; nobody is signed in with it.
  const config = Config.from({ LOG_LEVEL: 'error', JWT_SECRET: 'for-the-document-only-signs-nothing' });
  const app = await createHttpApp(BackendModule.forRoles(config, ['http']), config, { preview: true });
  writeFileSync(file, `${JSON.stringify(createOpenApiDocument(app, ''), null, 2)}\n`);
  await app.close();
}

write(process.argv[2]).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
