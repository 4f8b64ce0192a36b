import { uuidv7 } from 'uuidv7';

import { type Clock } from '@desk/platform/clock';
import { type Database, toColumn, toDate, type UnitOfWork } from '@desk/platform/database';
import { type ThisProcess } from '@desk/platform/process';

import {
  type Job,
  lossDelay,
  type NewJob,
  type ParkedJob,
  retryDelay,
  SUSPICIOUS_LOSSES,
} from '../job-queue';
import { type JobRow, type JobState } from '../job.entity';

/** A job that this consumer holds until its lease ends. */
export interface ClaimedJob {
  readonly id: string;
  readonly job: Job;
  /** Which claim of its row this is: no later one has the number. */
  readonly number: number;
  readonly isSuspect: boolean;
  leasedUntil: number;
}

/** How many more may be claimed. */
export interface Room {
  /** Of each kind that has a limit. */
  readonly kinds: ReadonlyMap<string, number>;
  readonly suspects: number;
}

/** Which of the jobs under way are given up as lost: all, or by the end of their lease as well as of their process. */
export type Lost = 'all' | 'late or ended' | 'ended';

const PARKED_SHOWN = 100;

/** The statements behind the `sql` queue. A claim is known by its row's number of claims: a job claimed anew has another. */
export class JobRows {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly self: ThisProcess,
  ) {}

  async insert(jobs: readonly NewJob[]): Promise<void> {
    const values = jobs.map(() => "(?, ?, ?, ?, 'ready', 0, 0, ?)").join(', ');
    await this.write(
      `INSERT INTO jobs (id, name, job_key, payload, state, attempts, losses, run_at) VALUES ${values} ${this.unlessAlive()}`,
      jobs.flatMap((job) => [uuidv7(), job.name, job.key, JSON.stringify(job.payload), this.at(0)]),
    );
  }

  /** Looks with the reader first, so an idle desk takes no write lock. */
  async claim(limit: number, leaseMs: number, room: Room): Promise<ClaimedJob[]> {
    const full = [...room.kinds.keys()].filter((name) => room.kinds.get(name) === 0);
    const others = full.length === 0 ? '' : `AND name NOT IN (${marks(full)})`;
    const trusted = room.suspects > 0 ? '' : `AND losses < ${SUSPICIOUS_LOSSES}`;
    const due = `SELECT id, name, job_key, payload, attempts, losses FROM jobs
      WHERE state = 'ready' AND run_at <= ? ${others} ${trusted} ORDER BY run_at, id LIMIT ${limit}`;
    if ((await this.database.rows(due, [this.at(0), ...full])).length === 0) return [];
    return this.unitOfWork.run(async () => {
      const free = this.database.engine === 'mysql' ? `${due} FOR UPDATE SKIP LOCKED` : due;
      const rows = withinRoom(await this.database.rows<JobRow>(free, [this.at(0), ...full]), room);
      if (rows.length === 0) return [];
      const ids = rows.map((row) => row.id);
      await this.write(
        `UPDATE jobs SET state = 'running', leased_until = ?, held_by = ?, attempts = attempts + 1
          WHERE id IN (${marks(ids)})`,
        [this.at(leaseMs), this.self.line, ...ids],
      );
      const leasedUntil = this.clock.now().getTime() + leaseMs;
      return rows.map((row) => toClaim(row, leasedUntil));
    });
  }

  async renew(claims: readonly ClaimedJob[], leaseMs: number): Promise<void> {
    const ids = claims.map((claim) => claim.id);
    await this.write(
      `UPDATE jobs SET leased_until = ? WHERE state = 'running' AND held_by = ? AND id IN (${marks(ids)})`,
      [this.at(leaseMs), this.self.line, ...ids],
    );
    for (const claim of claims) claim.leasedUntil = this.clock.now().getTime() + leaseMs;
  }

  /** Frees what consumers held that have died. */
  async recover(which: Lost): Promise<void> {
    const running = await this.database.rows<HeldRow>(
      "SELECT id, attempts, losses, leased_until, held_by FROM jobs WHERE state = 'running' ORDER BY id",
    );
    const lost = running.filter((row) => this.isLost(row, which));
    if (lost.length === 0) return;
    await this.unitOfWork.run(async () => {
      for (const { id, attempts, losses } of lost) {
        // One that ends every process that does it would otherwise be done for ever.
        const delay = lossDelay(losses + 1);
        await this.write(
          `UPDATE jobs SET state = ?, losses = losses + 1, run_at = ?, last_error = 'Its process ended before it did',
            ${FREE} WHERE ${STILL_HELD}`,
          [after(delay), this.at(delay ?? 0), id, attempts],
        );
      }
    });
  }

  async remove(claim: ClaimedJob): Promise<void> {
    await this.write(`DELETE FROM jobs WHERE ${STILL_HELD}`, heldBy(claim));
  }

  async giveBack(claims: readonly ClaimedJob[]): Promise<void> {
    await this.unitOfWork.run(async () => {
      for (const claim of claims) {
        await this.write(
          `UPDATE jobs SET state = 'ready', ${FREE}, attempts = attempts - 1 WHERE ${STILL_HELD}`,
          heldBy(claim),
        );
      }
    });
  }

  async fail(claim: ClaimedJob, message: string): Promise<void> {
    const delay = retryDelay(claim.job.attempt);
    await this.write(`UPDATE jobs SET state = ?, run_at = ?, last_error = ?, ${FREE} WHERE ${STILL_HELD}`, [
      after(delay),
      this.at(delay ?? 0),
      message,
      ...heldBy(claim),
    ]);
  }

  async parked(): Promise<ParkedJob[]> {
    const rows = await this.database.rows<JobRow>(
      `SELECT id, name, job_key, last_error FROM jobs WHERE state = 'parked' ORDER BY id LIMIT ${PARKED_SHOWN}`,
    );
    return rows.map((row) => ({ id: row.id, name: row.name, key: row.job_key, error: row.last_error ?? '' }));
  }

  async countUnfinished(): Promise<number> {
    const [row] = await this.database.rows<{ n: number }>(
      "SELECT count(*) AS n FROM jobs WHERE state IN ('ready', 'running')",
    );
    return row?.n ?? 0;
  }

  /** Joins the open unit of work, if there is one. */
  private async write(statement: string, parameters: readonly unknown[]): Promise<void> {
    await this.unitOfWork.run(() => this.database.run(statement, [...parameters]));
  }

  private isLost({ leased_until, held_by }: HeldRow, which: Lost): boolean {
    if (which === 'all') return true;
    if (held_by !== null && this.self.hasEnded(held_by)) return true;
    return which === 'late or ended' && leased_until !== null && toDate(leased_until) <= this.clock.now();
  }

  private at(laterMs: number): string {
    return toColumn(new Date(this.clock.now().getTime() + laterMs));
  }

  /** What becomes of the row that has the key already: a parked one begins anew, any other stays as it is. */
  private unlessAlive(): string {
    if (this.database.engine === 'sqlite') {
      return `ON CONFLICT (job_key) DO UPDATE SET payload = excluded.payload, run_at = excluded.run_at, attempts = 0,
        losses = 0, last_error = NULL, state = 'ready' WHERE jobs.state = 'parked'`;
    }
    // Each assignment sees those before it, so the state comes last.
    const anew = (column: string, value: string) => `${column} = IF(state = 'parked', ${value}, ${column})`;
    return `ON DUPLICATE KEY UPDATE ${[
      anew('payload', 'VALUES(payload)'),
      anew('run_at', 'VALUES(run_at)'),
      anew('attempts', '0'),
      anew('losses', '0'),
      anew('last_error', 'NULL'),
      anew('state', "'ready'"),
    ].join(', ')}`;
  }
}

/** A row of the table as it is read. */
interface HeldRow {
  id: string;
  attempts: number;
  losses: number;
  leased_until: string | null;
  held_by: string | null;
}

const FREE = 'leased_until = NULL, held_by = NULL';
const STILL_HELD = "id = ? AND state = 'running' AND attempts = ?";

function heldBy(claim: ClaimedJob): [string, number] {
  return [claim.id, claim.number];
}

function after(delay: number | null): JobState {
  return delay === null ? 'parked' : 'ready';
}

function toClaim(row: JobRow, leasedUntil: number): ClaimedJob {
  const { id, name, job_key: key, attempts, losses } = row;
  const payload: unknown = JSON.parse(row.payload);
  const job = { name, key, payload, attempt: attempts - losses + 1 };
  return { id, job, number: attempts + 1, isSuspect: isSuspect(row), leasedUntil };
}

function isSuspect({ losses }: JobRow): boolean {
  return losses >= SUSPICIOUS_LOSSES;
}

/** Without the rows for which there is no more room. */
function withinRoom(rows: JobRow[], { kinds, suspects }: Room): JobRow[] {
  const left = new Map(kinds);
  let suspectsLeft = suspects;
  return rows.filter((row) => {
    const places = left.get(row.name) ?? Infinity;
    if (places <= 0 || (isSuspect(row) && suspectsLeft <= 0)) return false;
    left.set(row.name, places - 1);
    if (isSuspect(row)) suspectsLeft -= 1;
    return true;
  });
}

function marks(values: readonly unknown[]): string {
  return values.map(() => '?').join(', ');
}
