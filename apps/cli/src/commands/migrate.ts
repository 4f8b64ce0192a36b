import { Command, CommandRunner } from 'nest-commander';

import { MigrateDownCommand } from './migrate-down';
import { MigrateStatusCommand } from './migrate-status';
import { MigrateUpCommand } from './migrate-up';

@Command({
  name: 'migrate',
  description: 'bring the schema of the database to that of this version, or back; alone it is "up"',
  subCommands: [MigrateUpCommand, MigrateDownCommand, MigrateStatusCommand],
})
export class MigrateCommand extends CommandRunner {
  /** Never called: one of its own commands is the default. */
  override async run(): Promise<void> {}
}
