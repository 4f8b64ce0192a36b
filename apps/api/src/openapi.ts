import 'reflect-metadata';

import { writeFileSync } from 'node:fs';

import { describeApi } from '@desk/backend/describe-api';

/** Writes the OpenAPI document to the given file. */
async function write(file: string | undefined): Promise<void> {
  if (file === undefined) throw new Error('Say which file to write: node dist/apps/api/openapi.js FILE');
  writeFileSync(file, `${JSON.stringify(await describeApi(), null, 2)}\n`);
}

write(process.argv[2]).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
