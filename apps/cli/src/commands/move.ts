import { resolve } from 'node:path';

import { Command, CommandRunner, Option } from 'nest-commander';

import { requireMigrated } from '@desk/backend/prepare-database';
import { move } from '@desk/backend/transfer/move';
import { Config, databaseAt } from '@desk/platform/config';

import { BarProgress } from '../bar-progress';
import { printReport } from '../transfer-report';

interface MoveOptions {
  to: string;
  dataDir?: string;
}

@Command({
  name: 'move',
  description: 'copy the workspace, which nobody may serve meanwhile, to another database, and compare both',
})
export class MoveCommand extends CommandRunner {
  override async run(_arguments: string[], { to, dataDir }: MoveOptions): Promise<void> {
    const database = databaseAt('--to', to);
    const config = Config.ofProcess();
    await requireMigrated(config);
    const destination = { database, dataDir: dataDir === undefined ? null : resolve(dataDir) };
    printReport(await move(config, destination, new Date(), new BarProgress()));
  }

  @Option({
    flags: '--to <url>',
    required: true,
    description: 'an empty database, as in DATABASE_URL: mysql://… or sqlite:FILE',
  })
  to(value: string): string {
    return value;
  }

  @Option({
    flags: '--data-dir <folder>',
    description: 'the DATA_DIR there, to which stored files are copied; left out, they stay and are checked',
  })
  dataDir(value: string): string {
    return value;
  }
}
