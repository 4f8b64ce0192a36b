import { Command, CommandRunner } from 'nest-commander';

import { withDatabase } from '@desk/backend/prepare-database';
import { Config } from '@desk/platform/config';
import { status } from '@desk/platform/database';

@Command({
  name: 'migrate:status',
  description: 'say which migrations have run, which are missing, and which a newer version has run',
})
export class MigrateStatusCommand extends CommandRunner {
  override async run(): Promise<void> {
    const { done, pending, unknown } = await withDatabase(Config.ofProcess(), status);
    const lines = [
      ...done.map((name) => `done     ${name}`),
      ...pending.map((name) => `missing  ${name}`),
      ...unknown.map((name) => `newer    ${name}`),
    ];
    console.log(lines.join('\n'));
  }
}
