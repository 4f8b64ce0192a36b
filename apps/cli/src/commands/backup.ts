import { Command, CommandRunner } from 'nest-commander';

import { requireMigrated } from '@desk/backend/prepare-database';
import { backup } from '@desk/backend/transfer/backup';
import { Config } from '@desk/platform/config';

import { BarProgress } from '../bar-progress';

@Command({
  name: 'backup',
  arguments: '<file>',
  description: 'write the whole workspace, its files too, into one archive; the desk may serve meanwhile',
})
export class BackupCommand extends CommandRunner {
  override async run([file = '']: string[]): Promise<void> {
    const config = Config.ofProcess();
    await requireMigrated(config);
    const { tables, entries } = await backup(config, file, new Date(), new BarProgress());
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    const files = entries.filter(({ name }) => name.startsWith('files/')).length;
    console.log(
      `Wrote ${file}: ${tables.length} tables, ${rows.toLocaleString('en')} rows, ${files.toLocaleString('en')} files`,
    );
  }
}
