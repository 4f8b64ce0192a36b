import { writeFileSync } from 'node:fs';

import { Command, CommandRunner } from 'nest-commander';

import { describeApi } from '@desk/backend/describe-api';

@Command({ name: 'openapi', arguments: '<file>', description: "write the API's description, OpenAPI 3.1" })
export class OpenApiCommand extends CommandRunner {
  override async run([file = 'openapi.json']: string[]): Promise<void> {
    writeFileSync(file, `${JSON.stringify(await describeApi(), null, 2)}\n`);
    console.log(`Wrote ${file}`);
  }
}
