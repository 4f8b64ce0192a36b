import { Command, CommandRunner } from 'nest-commander';

import { migrateDatabase } from '@desk/backend/prepare-database';
import { waitForDatabase } from '@desk/backend/wait-for-services';
import { Config } from '@desk/platform/config';

@Command({ name: 'migrate', description: 'run the migrations that the database lacks' })
export class MigrateCommand extends CommandRunner {
  override async run(): Promise<void> {
    const config = Config.ofProcess();
    await waitForDatabase(config);
    const ran = await migrateDatabase(config, new Date());
    console.log(ran.length === 0 ? 'Nothing to migrate' : ran.join('\n'));
  }
}
