import { uuidv7 } from 'uuidv7';

import { type Clock } from '@desk/platform/clock';
import { type Database, toColumn, type UnitOfWork } from '@desk/platform/database';

import { type Job, MAX_ATTEMPTS, type NewJob, type ParkedJob, retryDelay } from '../job-queue';
import { type JobRow } from '../job.entity';

/** A job that this consumer holds until its lease ends. */
export interface ClaimedJob {
  readonly id: string;
  readonly job: Job;
  leasedUntil: number;
}

const PARKED_SHOWN = 100;

/** The statements behind the `sql` queue. A claim is known by its row's number of tries: a job claimed anew has another. */
export class JobRows {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async insert(jobs: readonly NewJob[]): Promise<void> {
    const values = jobs.map(() => "(?, ?, ?, ?, 'ready', 0, ?)").join(', ');
    await this.write(
      `INSERT INTO jobs (id, name, job_key, payload, state, attempts, run_at) VALUES ${values} ${this.unlessAlive()}`,
      jobs.flatMap((job) => [uuidv7(), job.name, job.key, JSON.stringify(job.payload), this.at(0)]),
    );
  }

  /**
   * Looks with the reader first, so an idle desk takes no write lock.
   * @param room how many more of a kind may be claimed; a kind that is not named has no limit.
   */
  async claim(limit: number, leaseMs: number, room: ReadonlyMap<string, number>): Promise<ClaimedJob[]> {
    const full = [...room.keys()].filter((name) => room.get(name) === 0);
    const others = full.length === 0 ? '' : `AND name NOT IN (${marks(full)})`;
    const due = `SELECT id, name, job_key, payload, attempts FROM jobs
      WHERE state = 'ready' AND run_at <= ? ${others} ORDER BY run_at, id LIMIT ${limit}`;
    if ((await this.database.rows(due, [this.at(0), ...full])).length === 0) return [];
    return this.unitOfWork.run(async () => {
      const free = this.database.engine === 'mysql' ? `${due} FOR UPDATE SKIP LOCKED` : due;
      const rows = withinRoom(await this.database.rows<JobRow>(free, [this.at(0), ...full]), room);
      if (rows.length === 0) return [];
      const ids = rows.map((row) => row.id);
      await this.write(
        `UPDATE jobs SET state = 'running', leased_until = ?, attempts = attempts + 1 WHERE id IN (${marks(ids)})`,
        [this.at(leaseMs), ...ids],
      );
      const leasedUntil = this.clock.now().getTime() + leaseMs;
      return rows.map((row) => ({ id: row.id, job: toJob(row), leasedUntil }));
    });
  }

  async renew(claims: readonly ClaimedJob[], leaseMs: number): Promise<void> {
    const ids = claims.map((claim) => claim.id);
    await this.write(`UPDATE jobs SET leased_until = ? WHERE state = 'running' AND id IN (${marks(ids)})`, [
      this.at(leaseMs),
      ...ids,
    ]);
    for (const claim of claims) claim.leasedUntil = this.clock.now().getTime() + leaseMs;
  }

  /** Frees what consumers held that have died: whose lease is over, or, with `all`, everybody's. */
  async recover(all = false): Promise<void> {
    const dead = all
      ? { where: "state = 'running'", parameters: [] }
      : { where: "state = 'running' AND leased_until <= ?", parameters: [this.at(0)] };
    const held = await this.database.rows(`SELECT id FROM jobs WHERE ${dead.where} LIMIT 1`, dead.parameters);
    if (held.length === 0) return;
    // One that ends every process that tries it would otherwise be tried for ever.
    await this.write(
      `UPDATE jobs SET state = CASE WHEN attempts >= ${MAX_ATTEMPTS} THEN 'parked' ELSE 'ready' END,
        leased_until = NULL, last_error = 'Its process ended before it did' WHERE ${dead.where}`,
      dead.parameters,
    );
  }

  async remove(claim: ClaimedJob): Promise<void> {
    await this.write(`DELETE FROM jobs WHERE ${STILL_HELD}`, heldBy(claim));
  }

  async giveBack(claims: readonly ClaimedJob[]): Promise<void> {
    await this.unitOfWork.run(async () => {
      for (const claim of claims) {
        await this.write(
          `UPDATE jobs SET state = 'ready', leased_until = NULL, attempts = attempts - 1 WHERE ${STILL_HELD}`,
          heldBy(claim),
        );
      }
    });
  }

  async fail(claim: ClaimedJob, message: string): Promise<void> {
    const delay = retryDelay(claim.job.attempt);
    await this.write(
      `UPDATE jobs SET state = ?, leased_until = NULL, run_at = ?, last_error = ? WHERE ${STILL_HELD}`,
      [delay === null ? 'parked' : 'ready', this.at(delay ?? 0), message, ...heldBy(claim)],
    );
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

  private at(laterMs: number): string {
    return toColumn(new Date(this.clock.now().getTime() + laterMs));
  }

  /** What becomes of the row that has the key already: a parked one begins anew, any other stays as it is. */
  private unlessAlive(): string {
    if (this.database.engine === 'sqlite') {
      return `ON CONFLICT (job_key) DO UPDATE SET payload = excluded.payload, run_at = excluded.run_at, attempts = 0,
        last_error = NULL, state = 'ready' WHERE jobs.state = 'parked'`;
    }
    // Each assignment sees those before it, so the state comes last.
    const anew = (column: string, value: string) => `${column} = IF(state = 'parked', ${value}, ${column})`;
    return `ON DUPLICATE KEY UPDATE ${[
      anew('payload', 'VALUES(payload)'),
      anew('run_at', 'VALUES(run_at)'),
      anew('attempts', '0'),
      anew('last_error', 'NULL'),
      anew('state', "'ready'"),
    ].join(', ')}`;
  }
}

const STILL_HELD = "id = ? AND state = 'running' AND attempts = ?";

function heldBy(claim: ClaimedJob): [string, number] {
  return [claim.id, claim.job.attempt];
}

function toJob(row: JobRow): Job {
  const payload: unknown = JSON.parse(row.payload);
  return { name: row.name, key: row.job_key, payload, attempt: row.attempts + 1 };
}

/** Without the rows for whose kind there is no more room. */
function withinRoom(rows: JobRow[], room: ReadonlyMap<string, number>): JobRow[] {
  const left = new Map(room);
  return rows.filter(({ name }) => {
    const places = left.get(name);
    if (places === undefined) return true;
    left.set(name, places - 1);
    return places > 0;
  });
}

function marks(values: readonly unknown[]): string {
  return values.map(() => '?').join(', ');
}
