import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

import { Injectable, Logger } from '@nestjs/common';

import { Clock } from '@desk/platform/clock';
import { Database, UnitOfWork } from '@desk/platform/database';
import { ThisProcess } from '@desk/platform/process';

import { ProcessLeaseRow } from './process-lease.entity';

/** Of the row of a desk that is one process; each of several has one under a name of its own. */
const ALONE = 'work';
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
 * Rows that say who serves a database, renewed while they live. Without Redis that is one process, which keeps others out;
 * with it, any number, so that whoever wants the database for itself sees them. A process that died in this very place is
 * found out at once, so a restart after a crash waits for nothing; one elsewhere, or in a container that is gone, when its
 * lease is over.
 */
@Injectable()
export class ProcessLease {
  private readonly logger = new Logger(ProcessLease.name);
  private readonly holder = randomUUID();
  private timer: NodeJS.Timeout | null = null;
  private name: string = ALONE;

  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly self: ThisProcess,
  ) {}

  /**
   * As the only one.
   * @param onLost called once when another process has taken over, which only a long sleep of this one can cause.
   * @throws AlreadyServed
   */
  async take(onLost: () => Promise<void>): Promise<void> {
    await this.enter(() => true);
    const lose = async (): Promise<void> => {
      this.stopRenewing();
      this.logger.error('Another process serves this database now; this one stops working');
      await onLost();
    };
    this.timer = setInterval(() => void this.renew(lose), RENEW_MS);
  }

  /**
   * As one of several.
   * @throws AlreadyServed by one that takes itself for the only one.
   */
  async join(): Promise<void> {
    this.name = this.holder;
    await this.enter(({ name }) => name === ALONE);
    // One that slept for so long that its row was cleared away writes it anew.
    this.timer = setInterval(() => void this.renew(() => this.write()), RENEW_MS);
  }

  async giveBack(): Promise<void> {
    if (this.timer === null) return;
    this.stopRenewing();
    try {
      await this.unitOfWork.run(() => this.database.write().delete(ProcessLeaseRow, this.ours()));
    } catch (error) {
      this.logger.warn(`The lease of this process ends by itself: ${String(error)}`);
    }
  }

  private async enter(isInTheWay: (row: ProcessLeaseRow) => boolean): Promise<void> {
    let inTheWay = await this.tryToEnter(isInTheWay);
    if (inTheWay !== null && inTheWay.place !== this.self.place) {
      // Nobody here can tell whether it lives, but if it does it renews.
      await this.pause(Math.max(0, inTheWay.ends_at.getTime() - this.clock.now().getTime()) + 1000);
      inTheWay = await this.tryToEnter(isInTheWay);
    }
    if (inTheWay !== null) throw new AlreadyServed(inTheWay);
  }

  /** @returns the holder that is in the way, or null when our row is written and those of the dead are gone. */
  private tryToEnter(isInTheWay: (row: ProcessLeaseRow) => boolean): Promise<ProcessLeaseRow | null> {
    return this.unitOfWork.run(async () => {
      const rows = await this.database.write().find(ProcessLeaseRow);
      const now = this.clock.now();
      const dead = rows.filter((row) => !isAlive(row, this.self, now));
      const inTheWay = rows.find((row) => !dead.includes(row) && isInTheWay(row));
      if (inTheWay !== undefined) return inTheWay;
      for (const { name } of dead) await this.database.write().delete(ProcessLeaseRow, { name });
      await this.write();
      return null;
    });
  }

  private async write(): Promise<void> {
    const { host, place, pid, started } = this.self;
    const row = { ...this.ours(), host, place, pid, started, ends_at: this.end() };
    await this.unitOfWork.run(() => this.database.insert(ProcessLeaseRow, row));
  }

  private async renew(onLost: () => Promise<void>): Promise<void> {
    try {
      const renewed = await this.unitOfWork.run(() =>
        this.database.update(ProcessLeaseRow, this.ours(), { ends_at: this.end() }),
      );
      if (renewed === 1 || this.timer === null) return;
      await onLost();
    } catch (error) {
      this.logger.error(`The lease of this process could not be renewed: ${String(error)}`);
    }
  }

  private stopRenewing(): void {
    if (this.timer !== null) clearInterval(this.timer);
    this.timer = null;
  }

  private ours(): { name: string; holder: string } {
    return { name: this.name, holder: this.holder };
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
