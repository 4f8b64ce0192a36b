import { Command, CommandRunner, Option } from 'nest-commander';

import { loadBulk } from '@desk/backend/demo/bulk/load-bulk';
import { loadDemo } from '@desk/backend/demo/load-demo';
import { requireMigrated } from '@desk/backend/prepare-database';
import { Config } from '@desk/platform/config';
import { invalidField } from '@desk/platform/errors';

import { CommandFailed } from '../failure';
import { ProgressBar } from '../progress-bar';

@Command({
  name: 'demo:load',
  description: 'fill an empty database with the demo workspace, and add tickets to one that is there',
})
export class DemoLoadCommand extends CommandRunner {
  override async run(_arguments: string[], { tickets = 0 }: { tickets?: number }): Promise<void> {
    const config = Config.ofProcess();
    await requireMigrated(config);
    const now = new Date();
    const logins = await loadDemo(config, now);
    if (tickets > 0) await this.add(config, tickets, now);
    console.log(logins.join('\n'));
  }

  @Option({
    flags: '--tickets <number>',
    description: 'how many tickets to add to the workspace; it may be in use meanwhile',
  })
  tickets(value: string): number {
    if (!/^\d{1,8}$/.test(value)) {
      throw invalidField('tickets', 'wrong_type', `"${value}" is no number of tickets`);
    }
    return Number(value);
  }

  private async add(config: Config, count: number, now: Date): Promise<void> {
    const bar = new ProgressBar(count, 'tickets');
    const stop = new AbortController();
    const interrupt = (): void => stop.abort();
    process.once('SIGINT', interrupt);
    const onProgress = (done: number): void => bar.update(done);
    const added = await loadBulk(config, { count, now, onProgress, signal: stop.signal });
    process.off('SIGINT', interrupt);
    if (added === count) return;
    throw new CommandFailed(
      `Stopped with ${added} tickets added; demo:load --tickets ${count - added} adds the rest`,
    );
  }
}
