import { Command, CommandRunner } from 'nest-commander';

import { waitForDatabase } from '@desk/backend/wait-for-services';
import { restore } from '@desk/backend/transfer/restore';
import { Config } from '@desk/platform/config';

import { BarProgress } from '../bar-progress';
import { printReport } from '../transfer-report';

@Command({
  name: 'restore',
  arguments: '<file>',
  description: 'bring a backup into an empty place: DATABASE_URL and DATA_DIR say which',
})
export class RestoreCommand extends CommandRunner {
  override async run([file = '']: string[]): Promise<void> {
    const config = Config.ofProcess();
    await waitForDatabase(config);
    printReport(await restore(config, file, new Date(), new BarProgress()));
  }
}
