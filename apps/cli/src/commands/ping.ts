import { setTimeout } from 'node:timers/promises';

import { Command, CommandRunner } from 'nest-commander';

import { Ping } from '@desk/platform/events';

import { CommandFailed } from '../failure';
import { withDesk } from '../with-desk';

const PATIENCE_MS = 10_000;
const LOOK_EVERY_MS = 20;

@Command({ name: 'ping', description: 'send one job through the queue and wait until the desk has done it' })
export class PingCommand extends CommandRunner {
  override async run(): Promise<void> {
    const took = await withDesk((desk) => this.roundTrip(desk.get(Ping)));
    if (took === null) {
      throw new CommandFailed(
        `No answer within ${PATIENCE_MS / 1000} s; the job waits. Is the desk running?`,
      );
    }
    console.log(`pong after ${took} ms`);
  }

  private async roundTrip(ping: Ping): Promise<number | null> {
    const started = performance.now();
    const elapsed = (): number => Math.round(performance.now() - started);
    const id = await ping.send();
    while (!(await ping.isAnswered(id))) {
      if (elapsed() > PATIENCE_MS) return null;
      await setTimeout(LOOK_EVERY_MS);
    }
    return elapsed();
  }
}
