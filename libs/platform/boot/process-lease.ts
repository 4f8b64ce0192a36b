import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

import { Injectable, Logger } from '@nestjs/common';

import { Clock } from '@desk/platform/clock';
import { Database, UnitOfWork } from '@desk/platform/database';

import { ProcessLeaseRow } from './process-lease.entity';
import { ThisProcess } from './this-process';

const NAME = 'work';
const LENGTH_MS = 30_000;
const RENEW_MS = 10_000;

/** Another process works on this database. One line for whoever starts the second. */
export class AlreadyServed extends Error {
  constructor({ host, pid: other }: ProcessLeaseRow) {
    super(
      `Process ${other} on ${host} serves this database already; stop it, or set REDIS_URL (with MySQL) for several`,
    );
  }
}

/**
 * Without Redis one process serves a database: a row says which, renewed while it lives. A holder that died in this very
 * place is found out at once, so a restart after a crash waits for nothing; one elsewhere, or in a container that is
 * gone, when its lease is over.
 */
@Injectable()
export class ProcessLease {
  private readonly logger = new Logger(ProcessLease.name);
  private readonly holder = randomUUID();
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly self: ThisProcess,
  ) {}

  /**
   * @param onLost called once when another process has taken over, which only a long sleep of this one can cause.
   * @throws AlreadyServed
   */
  async take(onLost: () => Promise<void>): Promise<void> {
    let inTheWay = await this.tryTake();
    if (inTheWay !== null && inTheWay.place !== this.self.place) {
      // Nobody here can tell whether it lives, but if it does it renews.
      await this.pause(Math.max(0, inTheWay.ends_at.getTime() - this.clock.now().getTime()) + 1000);
      inTheWay = await this.tryTake();
    }
    if (inTheWay !== null) throw new AlreadyServed(inTheWay);
    this.timer = setInterval(() => void this.renew(onLost), RENEW_MS);
  }

  async giveBack(): Promise<void> {
    if (this.timer === null) return;
    clearInterval(this.timer);
    this.timer = null;
    const ours = { name: NAME, holder: this.holder };
    await this.unitOfWork.run(() => this.database.write().delete(ProcessLeaseRow, ours));
  }

  /** @returns the holder that is in the way, or null when the lease is ours. */
  private tryTake(): Promise<ProcessLeaseRow | null> {
    return this.unitOfWork.run(async () => {
      const held = await this.database.find(ProcessLeaseRow, { name: NAME });
      if (held !== null && isAlive(held, this.self, this.clock.now())) return held;
      const { host, place, pid, started } = this.self;
      const ours = { holder: this.holder, host, place, pid, started, ends_at: this.end() };
      if (held === null) await this.database.insert(ProcessLeaseRow, { name: NAME, ...ours });
      else await this.database.update(ProcessLeaseRow, { name: NAME }, ours);
      return null;
    });
  }

  private async renew(onLost: () => Promise<void>): Promise<void> {
    try {
      const ours = { name: NAME, holder: this.holder };
      const renewed = await this.unitOfWork.run(() =>
        this.database.update(ProcessLeaseRow, ours, { ends_at: this.end() }),
      );
      if (renewed === 1 || this.timer === null) return;
      clearInterval(this.timer);
      this.timer = null;
      this.logger.error('Another process serves this database now; this one stops working');
      await onLost();
    } catch (error) {
      this.logger.error(`The lease of this process could not be renewed: ${String(error)}`);
    }
  }

  private end(): Date {
    return new Date(this.clock.now().getTime() + LENGTH_MS);
  }

  protected pause(milliseconds: number): Promise<void> {
    return pause(milliseconds);
  }
}

/** Whether another process than `self` holds the lease, as far as anybody here can tell. */
export function isAlive(held: ProcessLeaseRow, self: ThisProcess, now: Date): boolean {
  if (held.ends_at <= now) return false;
  if (held.place !== self.place) return true;
  // Our own id: an earlier process in a container that started again.
  const isOurs = held.pid === self.pid && held.started === self.started;
  return !isOurs && self.isRunning(held);
}
