import { CommandRunner, Option, SubCommand } from 'nest-commander';

import { migrateDatabaseDown } from '@desk/backend/prepare-database';
import { waitForDatabase } from '@desk/backend/wait-for-services';
import { Config } from '@desk/platform/config';

interface Options {
  to?: string;
  loseData?: boolean;
}

@SubCommand({
  name: 'down',
  description: 'undo the migration that ran last, before an older version is started',
})
export class MigrateDownCommand extends CommandRunner {
  override async run(_arguments: string[], { to, loseData }: Options): Promise<void> {
    const config = Config.ofProcess();
    await waitForDatabase(config);
    const way = { to: to ?? null, loseData: loseData ?? false };
    const undone = await migrateDatabaseDown(config, way, new Date());
    console.log(undone.length === 0 ? 'Nothing to undo' : undone.map((name) => `undone ${name}`).join('\n'));
  }

  @Option({ flags: '--to <migration>', description: 'undo all that ran after this one' })
  to(value: string): string {
    return value;
  }

  @Option({ flags: '--lose-data', description: 'also where that throws away what is in the database' })
  loseData(): boolean {
    return true;
  }

  /** A migration is named by `--to`: without it one step would be taken. */
  override setCommand(command: Parameters<CommandRunner['setCommand']>[0]): this {
    return super.setCommand(command.allowExcessArguments(false));
  }
}
