import { Injectable, Logger } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';

import { Clock } from '@desk/platform/clock';
import { Database, toColumn, UnitOfWork } from '@desk/platform/database';

import { Job, JobQueue, NewJob, ParkedJob, retryDelay, RunJob } from '../job-queue';
import { JobRow } from '../job.entity';

const BATCH = 20;
const CONCURRENCY = 4;
const POLL_MS = 500;
const LEASE_MS = 60_000;

/** Jobs as rows of the product's own database: claimed by compare-and-set, leased, deleted when done. */
@Injectable()
export class SqlJobQueue extends JobQueue {
  readonly storesInDatabase = true;
  private readonly logger = new Logger(SqlJobQueue.name);
  private run: RunJob | null = null;
  private timer: NodeJS.Timeout | null = null;
  private round: Promise<void> | null = null;
  private again = false;

  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
  ) {
    super();
  }

  async add(jobs: readonly NewJob[]): Promise<void> {
    if (jobs.length === 0) return;
    const ignore = this.database.engine === 'sqlite' ? 'OR IGNORE' : 'IGNORE';
    const now = toColumn(this.clock.now());
    const values = jobs.map(() => "(?, ?, ?, ?, 'ready', 0, ?)").join(', ');
    await this.database.write().query(
      `INSERT ${ignore} INTO jobs (id, name, job_key, payload, state, attempts, run_at) VALUES ${values}`,
      jobs.flatMap((job) => [uuidv7(), job.name, job.key, JSON.stringify(job.payload), now]),
    );
    this.unitOfWork.afterCommit(() => {
      this.wake();
    });
  }

  async start(run: RunJob): Promise<void> {
    this.run = run;
    // One process serves a database in this mode, so a lease found at its start belongs to one that died.
    await this.unitOfWork.run(() =>
      this.database
        .write()
        .query("UPDATE jobs SET state = 'ready', leased_until = NULL WHERE state = 'running'"),
    );
    this.timer = setInterval(() => {
      this.wake();
    }, POLL_MS);
    this.wake();
  }

  async stop(): Promise<void> {
    this.run = null;
    if (this.timer !== null) clearInterval(this.timer);
    this.timer = null;
    await this.round;
  }

  async parked(): Promise<ParkedJob[]> {
    const rows = await this.database.rows<JobRow>(
      "SELECT id, name, job_key, last_error FROM jobs WHERE state = 'parked' ORDER BY id LIMIT 100",
    );
    return rows.map((row) => ({ id: row.id, name: row.name, key: row.job_key, error: row.last_error ?? '' }));
  }

  async pending(): Promise<number> {
    const [row] = await this.database.rows<{ n: number }>(
      "SELECT count(*) AS n FROM jobs WHERE state IN ('ready', 'running')",
    );
    return row?.n ?? 0;
  }

  private wake(): void {
    if (this.run === null) return;
    if (this.round !== null) {
      this.again = true;
      return;
    }
    this.round = this.rounds().finally(() => {
      this.round = null;
    });
  }

  private async rounds(): Promise<void> {
    try {
      do {
        this.again = false;
        for (let claimed = await this.claim(); claimed.length > 0; claimed = await this.claim()) {
          await this.runAll(claimed);
        }
      } while (this.again);
    } catch (error) {
      this.logger.error(`Job queue paused until the next poll: ${String(error)}`);
    }
  }

  /** Looks with the reader first, so an idle desk takes no write lock. */
  private async claim(): Promise<JobRow[]> {
    if (this.run === null) return [];
    const now = this.clock.now();
    const due = await this.database.rows<JobRow>(
      `SELECT id, name, job_key, payload, attempts FROM jobs WHERE state = 'ready' AND run_at <= ? ORDER BY run_at, id LIMIT ${BATCH}`,
      [toColumn(now)],
    );
    if (due.length === 0) return [];
    const ids = due.map((job) => job.id);
    return this.unitOfWork.run(async () => {
      const marks = ids.map(() => '?').join(', ');
      await this.database
        .write()
        .query(
          `UPDATE jobs SET state = 'running', leased_until = ?, attempts = attempts + 1 WHERE state = 'ready' AND id IN (${marks})`,
          [toColumn(new Date(now.getTime() + LEASE_MS)), ...ids],
        );
      return due;
    });
  }

  private async runAll(jobs: JobRow[]): Promise<void> {
    const waiting = [...jobs];
    const lane = async () => {
      for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) await this.runOne(job);
    };
    await Promise.all(Array.from({ length: CONCURRENCY }, lane));
  }

  private async runOne(row: JobRow): Promise<void> {
    const attempt = row.attempts + 1;
    const job: Job = { name: row.name, key: row.job_key, payload: JSON.parse(row.payload), attempt };
    if (this.run === null) return this.giveBack(row);
    try {
      await this.run(job, () => this.remove(row.id));
    } catch (error) {
      await this.fail(row, attempt, error);
    }
  }

  private async remove(id: string): Promise<void> {
    await this.unitOfWork.run(() => this.database.write().query('DELETE FROM jobs WHERE id = ?', [id]));
  }

  private async giveBack(row: JobRow): Promise<void> {
    await this.unitOfWork.run(() =>
      this.database
        .write()
        .query("UPDATE jobs SET state = 'ready', leased_until = NULL, attempts = ? WHERE id = ?", [
          row.attempts,
          row.id,
        ]),
    );
  }

  private async fail(row: JobRow, attempt: number, error: unknown): Promise<void> {
    const delay = retryDelay(attempt);
    const message = String(error).slice(0, 500);
    this.logger.warn(`Job ${row.name} ${row.job_key} failed at try ${attempt}: ${message}`);
    const runAt = toColumn(new Date(this.clock.now().getTime() + (delay ?? 0)));
    await this.unitOfWork.run(() =>
      this.database
        .write()
        .query('UPDATE jobs SET state = ?, leased_until = NULL, run_at = ?, last_error = ? WHERE id = ?', [
          delay === null ? 'parked' : 'ready',
          runAt,
          message,
          row.id,
        ]),
    );
  }
}
