import { setImmediate as turn } from 'node:timers/promises';

import { Injectable } from '@nestjs/common';

import { Clock } from '@desk/platform/clock';

const MOST = 5000;
/** One for a connection to be taken and one for its request to be read. */
const TURNS = 2;

/**
 * When this process last answered a rotation, family by family. While a commit holds the process up, requests wait
 * unread and then look as if they had come after it. None of them can be a reuse: nobody had been answered.
 * What comes by another process is judged by the session's row alone.
 */
@Injectable()
export class AnsweredRotations {
  /** Null: not yet. */
  private readonly instants = new Map<string, Date | null>();

  constructor(private readonly clock: Clock) {}

  begin(family: string): void {
    this.put(family, null);
  }

  /** Before the answer goes out: waits until what was there already has been read. */
  async end(family: string): Promise<void> {
    for (let count = 0; count < TURNS; count++) await turn();
    this.put(family, this.clock.now());
  }

  hadNotBy(instant: Date, family: string): boolean {
    const answered = this.instants.get(family);
    return answered !== undefined && (answered === null || instant < answered);
  }

  private put(family: string, answered: Date | null): void {
    this.instants.delete(family);
    const [oldest] = this.instants.keys();
    if (this.instants.size >= MOST && oldest !== undefined) this.instants.delete(oldest);
    this.instants.set(family, answered);
  }
}
