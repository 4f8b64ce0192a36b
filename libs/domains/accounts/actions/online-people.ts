import { Injectable, Logger, OnApplicationShutdown } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';

import { Clock } from '@desk/platform/clock';
import { UnitOfWork } from '@desk/platform/database';

import { OnlineRows } from '../store/online-rows';

const ARRIVALS_MS = 1000;
const BEAT_MS = 20_000;
/** Two beats missed: a process that was killed is noticed within about a minute. */
const UNSEEN_MS = 45_000;

/**
 * Who is online: whoever has a live connection to any process. Each process counts its own connections and keeps a row
 * for each person; one statement a beat says that they all still hold. Those who come are written together within a
 * second, those who leave with the next beat, so that a page that is loaded anew writes nothing.
 */
@Injectable()
export class OnlinePeople implements OnApplicationShutdown {
  private readonly logger = new Logger(OnlinePeople.name);
  private readonly processId = uuidv7();
  private readonly connections = new Map<string, number>();
  private written = new Set<string>();
  private timers: NodeJS.Timeout[] = [];
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly rows: OnlineRows,
  ) {}

  /** In a process that has connections. */
  begin(): void {
    const often = setInterval(() => void this.alone(() => this.writeArrivals()), ARRIVALS_MS);
    const beat = setInterval(() => void this.alone(() => this.beat()), BEAT_MS);
    this.timers = [often.unref(), beat.unref()];
  }

  arrived(userId: string): void {
    this.connections.set(userId, (this.connections.get(userId) ?? 0) + 1);
  }

  left(userId: string): void {
    const others = (this.connections.get(userId) ?? 0) - 1;
    if (others > 0) this.connections.set(userId, others);
    else this.connections.delete(userId);
  }

  async writeArrivals(): Promise<void> {
    const arrivals = [...this.connections.keys()].filter((id) => !this.written.has(id));
    if (arrivals.length === 0) return;
    await this.unitOfWork.run(() => this.rows.add(this.processId, arrivals, this.clock.now()));
    for (const id of arrivals) this.written.add(id);
  }

  async beat(): Promise<void> {
    const now = this.clock.now();
    const leavers = [...this.written].filter((id) => !this.connections.has(id));
    const kept = await this.unitOfWork.run(async () => {
      await this.rows.remove(this.processId, leavers);
      await this.rows.removeUnseen(new Date(now.getTime() - UNSEEN_MS));
      return this.rows.renew(this.processId, now);
    });
    for (const id of leavers) this.written.delete(id);
    // This process had not stirred for so long that another took its rows out.
    if (kept !== this.written.size) await this.writeAnew();
  }

  async onApplicationShutdown(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    this.connections.clear();
    if (this.written.size > 0) await this.alone(() => this.beat());
  }

  private async writeAnew(): Promise<void> {
    const ids = [...this.written];
    await this.unitOfWork.run(async () => {
      await this.rows.remove(this.processId, ids);
      await this.rows.add(this.processId, ids, this.clock.now());
    });
  }

  /** One after the other; what fails is tried with the next beat. */
  private alone(work: () => Promise<void>): Promise<void> {
    this.writing = this.writing.then(work).catch((error: unknown) => {
      this.logger.error(`Who is online could not be written: ${String(error)}`);
    });
    return this.writing;
  }
}
