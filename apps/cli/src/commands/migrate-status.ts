import { CommandRunner, SubCommand } from 'nest-commander';

import { withDatabase } from '@desk/backend/prepare-database';
import { Config } from '@desk/platform/config';
import { status, whyNotServed } from '@desk/platform/database';

import { CommandFailed } from '../failure';

@SubCommand({
  name: 'status',
  description:
    'say which migrations have run and which are missing; fails unless the schema is that of this version',
})
export class MigrateStatusCommand extends CommandRunner {
  override async run(): Promise<void> {
    const found = await withDatabase(Config.ofProcess(), status);
    const groups = [
      ['done', found.done],
      ['changed', found.changed],
      ['interrupted', found.interrupted],
      ['missing', found.pending],
      ['newer', found.unknown],
    ] as const;
    for (const [group, names] of groups) for (const name of names) console.log(group.padEnd(13) + name);
    const refusal = whyNotServed(found);
    if (refusal !== null) throw new CommandFailed(refusal);
  }
}
