import { Injectable, Logger } from '@nestjs/common';

import { Database, UnitOfWork } from '@desk/platform/database';
import { JobQueue } from '@desk/platform/queue';

import { ListenerRegistry } from './listener-registry';
import { jobsOf, Outbox } from './outbox';
import { OutboxEntry } from './outbox.entity';

const BATCH = 100;
const SWEEP_MS = 1000;

/** Moves rows of the outbox into the queue, oldest first: nudged at commit, with a sweep each second as the net. */
@Injectable()
export class OutboxRelay {
  private readonly logger = new Logger(OutboxRelay.name);
  private running: Promise<void> | null = null;
  private again = false;
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly queue: JobQueue,
    private readonly listeners: ListenerRegistry,
    private readonly outbox: Outbox,
  ) {}

  start(): void {
    this.outbox.whenCommitted(() => {
      void this.drain();
    });
    this.timer = setInterval(() => void this.drain(), SWEEP_MS);
    void this.drain();
  }

  async stop(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    this.timer = null;
    await this.running;
  }

  /** Relays until the outbox is empty. Calls made meanwhile join the round that is under way. */
  async drain(): Promise<void> {
    if (this.running !== null) {
      this.again = true;
      return this.running;
    }
    this.running = this.rounds().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  private async rounds(): Promise<void> {
    try {
      do {
        this.again = false;
        while (await this.relayBatch());
      } while (this.again);
    } catch (error) {
      this.logger.error(`Outbox relay stopped until the next sweep: ${String(error)}`);
    }
  }

  private async relayBatch(): Promise<boolean> {
    const entries = await this.database.rows<OutboxEntry>(
      `SELECT id, kind, name, body FROM outbox ORDER BY id LIMIT ${BATCH}`,
    );
    if (entries.length === 0) return false;
    const jobs = entries.flatMap((entry) => jobsOf(entry, this.listeners));
    // Jobs first: a crash in between delivers twice, which receipts make harmless; the other order would lose.
    if (!this.queue.storesInDatabase) await this.queue.add(jobs);
    await this.unitOfWork.run(async () => {
      if (this.queue.storesInDatabase) await this.queue.add(jobs);
      const ids = entries.map((entry) => entry.id);
      await this.database.run(`DELETE FROM outbox WHERE id IN (${ids.map(() => '?').join(', ')})`, ids);
    });
    return true;
  }
}
