import { Injectable, Logger } from '@nestjs/common';

import { Database, UnitOfWork } from '@desk/platform/database';
import { JobQueue } from '@desk/platform/queue';

import { ListenerRegistry } from './listener-registry';
import { jobsOf } from './outbox';
import { OutboxEntry } from './outbox.entity';
import { RelayBell } from './relay-bell';

const BATCH = 100;
const SWEEP_MS = 1000;

/** Another worker was faster; what is left is for the next sweep. */
class RelayedByAnother extends Error {}

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
    private readonly bell: RelayBell,
  ) {}

  start(): void {
    this.bell.whenRung(() => {
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
      if (error instanceof RelayedByAnother) return;
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
      await this.remove(entries);
      if (this.queue.storesInDatabase) await this.queue.add(jobs);
    });
    return true;
  }

  /** Whoever removes the rows owns what becomes of them; all of it is undone when another worker's relay has some. */
  private async remove(entries: readonly OutboxEntry[]): Promise<void> {
    const marks = entries.map(() => '?').join(', ');
    const ids = entries.map((entry) => entry.id);
    const { affected } = await this.database.run(`DELETE FROM outbox WHERE id IN (${marks})`, ids);
    if (affected !== entries.length) throw new RelayedByAnother();
  }
}
