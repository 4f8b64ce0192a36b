import { Command, CommandRunner } from 'nest-commander';

import { migrateDatabase } from '@desk/backend/prepare-database';
import { Config } from '@desk/platform/config';

@Command({ name: 'migrate', description: 'run the migrations that the database lacks' })
export class MigrateCommand extends CommandRunner {
  override async run(): Promise<void> {
    const ran = await migrateDatabase(Config.ofProcess(), new Date());
    console.log(ran.length === 0 ? 'Nothing to migrate' : ran.join('\n'));
  }
}
