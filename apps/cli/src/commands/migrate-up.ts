import { CommandRunner, SubCommand } from 'nest-commander';

import { migrateDatabase } from '@desk/backend/prepare-database';
import { waitForDatabase } from '@desk/backend/wait-for-services';
import { Config } from '@desk/platform/config';

@SubCommand({
  name: 'up',
  description: 'run the migrations that the database lacks',
  options: { isDefault: true },
})
export class MigrateUpCommand extends CommandRunner {
  override async run(): Promise<void> {
    const config = Config.ofProcess();
    await waitForDatabase(config);
    const ran = await migrateDatabase(config, new Date());
    console.log(ran.length === 0 ? 'Nothing to migrate' : ran.join('\n'));
  }

  /** Whoever mistypes what else `migrate` can do must not migrate. */
  override setCommand(command: Parameters<CommandRunner['setCommand']>[0]): this {
    return super.setCommand(command.allowExcessArguments(false));
  }
}
