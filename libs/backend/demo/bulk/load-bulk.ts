import { type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

import { randomTicketNumber } from '@desk/domains/tickets/store/ticket-number';
import { type Config } from '@desk/platform/config';
import { Database, isDuplicate, SearchIndex, UnitOfWork } from '@desk/platform/database';

import { BackendModule } from '../../backend.module';
import { randomFor } from '../content/planning/random';
import { echoOf } from './echo';
import { readHistories } from './history';
import { type Moment, moments } from './schedule';
import { writeEchoes } from './write-echoes';

/** A transaction is ended well before the 50 ms after which a server beside this one would be felt to wait. */
const COMMIT_EVERY_MS = 25;
const LARGEST_BATCH = 100;

export interface BulkOptions {
  count: number;
  now: Date;
  /** Told after each commit how many tickets are in. */
  onProgress?: (done: number) => void;
  /** Ends the load after the present commit. */
  signal?: AbortSignal;
}

/**
 * Adds tickets to a workspace that has some: each repeats one of them, with its conversation, trail, clocks, tags and
 * search entry, at another time under a number of its own. Every commit holds whole tickets, so a load that is
 * interrupted leaves a workspace that is sound and merely smaller.
 * @returns how many were added.
 */
export async function loadBulk(config: Config, options: BulkOptions): Promise<number> {
  const app = await NestFactory.createApplicationContext(BackendModule.forRoles(config, []), {
    logger: false,
  });
  try {
    return await new BulkLoad(app, options).run();
  } finally {
    await app.close();
  }
}

class BulkLoad {
  private readonly database: Database;
  private readonly unitOfWork: UnitOfWork;
  private readonly search: SearchIndex;
  private batch = 8;
  private done = 0;

  constructor(
    app: INestApplicationContext,
    private readonly options: BulkOptions,
  ) {
    this.database = app.get(Database);
    this.unitOfWork = app.get(UnitOfWork);
    this.search = app.get(SearchIndex);
  }

  async run(): Promise<number> {
    const { count, now, onProgress, signal } = this.options;
    const histories = await readHistories(this.database);
    const [last] = await this.database.rows<{ id: number | null }>('SELECT max(id) AS id FROM jrd_tickets');
    const before = last?.id ?? 0;
    const plan = moments(histories, count, now, randomFor(`bulk:${before}`));
    while (this.done < count && signal?.aborted !== true) {
      const due = [...take(plan, Math.min(this.batch, count - this.done))];
      const started = performance.now();
      await this.write(due, before + this.done);
      this.adapt(performance.now() - started);
      this.done += due.length;
      onProgress?.(this.done);
    }
    return this.done;
  }

  /** Of several hundred million random numbers two may be equal: the batch then draws again. */
  private async write(due: readonly Moment[], salt: number): Promise<void> {
    const echoes = due.map(({ history, shift }, index) =>
      echoOf(history, randomTicketNumber(), shift, salt + index),
    );
    try {
      await this.unitOfWork.run(() => writeEchoes(this.database, this.search, echoes));
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      await this.write(due, salt);
    }
  }

  private adapt(elapsed: number): void {
    const wanted = Math.round((this.batch * COMMIT_EVERY_MS) / Math.max(elapsed, 1));
    this.batch = Math.max(1, Math.min(wanted, this.batch * 2, LARGEST_BATCH));
  }
}

function* take<T>(from: Iterator<T>, count: number): Generator<T> {
  for (let index = 0; index < count; index++) {
    const next = from.next();
    if (next.done === true) return;
    yield next.value;
  }
}
