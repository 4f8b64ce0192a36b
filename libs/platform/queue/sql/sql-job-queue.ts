import { Logger } from '@nestjs/common';

import { type Clock } from '@desk/platform/clock';
import { OneAtATime } from '@desk/platform/concurrency';
import { type Database, type UnitOfWork } from '@desk/platform/database';
import { ThisProcess } from '@desk/platform/process';

import { limitedJobs } from '../define-job';
import { JobQueue, type NewJob, type ParkedJob, type RunJob } from '../job-queue';
import { type ClaimedJob, JobRows, type Room } from './job-rows';

export interface SqlJobQueueOptions {
  /** Jobs under way at once. */
  lanes: number;
  /** Jobs taken by one claim, so that its commit is shared. */
  batch: number;
  /** How often jobs whose time has come, and leases, are looked after. */
  pollMs: number;
  leaseMs: number;
  /**
   * True where one process serves a database: what is held at its start was held by a process that died, so nothing
   * waits for the end of a lease after a crash.
   */
  alone: boolean;
  /** Who claims. */
  self: ThisProcess;
}

const DEFAULTS = { lanes: 4, batch: 20, pollMs: 500, leaseMs: 10_000, alone: true };

/**
 * Jobs as rows of the product's own database: claimed, leased, deleted when done. Each lane takes the next job when it
 * is free, so a slow job holds up its own lane and nothing else. A kind that could fill every lane while a server that it
 * needs is silent says how many of it are done at once (`defineJob`): more than these are not even claimed.
 */
export class SqlJobQueue extends JobQueue {
  readonly storesInDatabase = true;
  private readonly logger = new Logger(SqlJobQueue.name);
  private readonly options: SqlJobQueueOptions;
  private readonly rows: JobRows;
  private run: RunJob | null = null;
  private timer: NodeJS.Timeout | null = null;
  /** Claimed, and no lane free yet. */
  private waiting: ClaimedJob[] = [];
  /** Claimed and not ended: what counts against the limit of a kind. */
  private readonly held = new Set<ClaimedJob>();
  /** Failed while the database was away: still ours, and written down when it is back. */
  private unrecorded: { claim: ClaimedJob; message: string }[] = [];
  private readonly claiming = new OneAtATime();
  private readonly underWay = new Map<ClaimedJob, Promise<void>>();
  /** Claims for a single job that are under way. */
  private readonly taking = new Set<Promise<ClaimedJob | undefined>>();
  private looking: Promise<void> | null = null;
  private again = false;
  private leasesDue = false;
  private lookedAt = 0;
  /** Since when no two looks were far apart. */
  private lookingSince = 0;

  constructor(
    private readonly clock: Clock,
    database: Database,
    private readonly unitOfWork: UnitOfWork,
    options: Partial<SqlJobQueueOptions> = {},
  ) {
    super();
    this.options = { self: new ThisProcess(), ...DEFAULTS, ...options };
    this.rows = new JobRows(clock, database, unitOfWork, this.options.self);
  }

  async add(jobs: readonly NewJob[]): Promise<void> {
    if (jobs.length === 0) return;
    await this.rows.insert(jobs);
    this.unitOfWork.afterCommit(() => this.announce(jobs));
  }

  async start(run: RunJob): Promise<void> {
    if (this.options.alone) await this.rows.recover('all');
    this.run = run;
    this.timer = setInterval(() => void this.poll(), this.options.pollMs);
    void this.look();
  }

  async stop(): Promise<void> {
    this.run = null;
    if (this.timer !== null) clearInterval(this.timer);
    this.timer = null;
    await this.looking;
    await Promise.allSettled(this.taking);
    const unbegun = this.waiting;
    this.waiting = [];
    for (const claim of unbegun) this.held.delete(claim);
    if (unbegun.length > 0) await this.rows.giveBack(unbegun);
    await Promise.all(this.underWay.values());
  }

  parked(): Promise<ParkedJob[]> {
    return this.rows.parked();
  }

  pending(): Promise<number> {
    return this.rows.countUnfinished();
  }

  /** Looks after leases, then begins what is due. Called by the timer, and by whoever moves the clock. */
  async poll(): Promise<void> {
    this.leasesDue = true;
    await this.look();
  }

  /** Says that jobs have come: here to this process, which is the only one. */
  protected async announce(_jobs: readonly NewJob[]): Promise<void> {
    await this.look();
  }

  /** Does the job that has been due longest, if there is one, to its end. */
  protected async takeOne(): Promise<void> {
    const { run } = this;
    if (run === null) return;
    const taking = this.claim(1).then(([claim]) => {
      if (claim === undefined || this.run !== null) return claim;
      // Told to stop meanwhile: it is given back with the others.
      this.waiting.push(claim);
      return undefined;
    });
    this.taking.add(taking);
    const claim = await taking.finally(() => this.taking.delete(taking));
    if (claim !== undefined) await this.begin(run, claim);
  }

  /** Begins what is due and finds a lane; answers when that is done, not when the jobs are. */
  private async look(): Promise<void> {
    if (this.run === null) return;
    this.again = true;
    this.looking ??= this.lookUntilQuiet().finally(() => {
      this.looking = null;
      // Asked for between the last look and here.
      if (this.again) void this.look();
    });
    await this.looking;
  }

  private async lookUntilQuiet(): Promise<void> {
    try {
      while (this.again) {
        this.again = false;
        if (this.leasesDue) await this.keepLeases();
        while (this.run !== null && this.waiting.length === 0 && this.underWay.size < this.options.lanes) {
          const claims = await this.claim(this.options.batch);
          if (claims.length === 0) break;
          // Beside what a single claim may have put there meanwhile.
          this.waiting.push(...claims);
          this.fillLanes();
        }
      }
    } catch (error) {
      this.again = false;
      this.logger.error(`Job queue paused until the next poll: ${String(error)}`);
    }
  }

  /** One claim after the other, since each counts what those before it took. */
  private claim(limit: number): Promise<ClaimedJob[]> {
    return this.claiming.run('claim', async () => {
      const claims = await this.rows.claim(limit, this.options.leaseMs, this.room());
      for (const claim of claims) this.held.add(claim);
      return claims;
    });
  }

  /** Beside what is held already. */
  private room(): Room {
    const kinds = new Map(limitedJobs());
    for (const { job } of this.held) {
      const places = kinds.get(job.name);
      if (places !== undefined) kinds.set(job.name, places - 1);
    }
    return { kinds, suspects: [...this.held].some(({ isSuspect }) => isSuspect) ? 0 : 1 };
  }

  /**
   * Renews what is held and finds what others lost. Whoever could not look for long, as when the database was away, judges
   * nobody by the lease for a while: the others could not renew theirs either.
   */
  private async keepLeases(): Promise<void> {
    this.leasesDue = false;
    await this.recordFailures();
    const now = this.clock.now().getTime();
    const half = this.options.leaseMs / 2;
    const ageing = [...this.held].filter((claim) => claim.leasedUntil < now + half);
    if (ageing.length > 0) await this.rows.renew(ageing, this.options.leaseMs);
    if (now - this.lookedAt > half) this.lookingSince = now;
    this.lookedAt = now;
    await this.rows.recover(now - this.lookingSince >= half ? 'late or ended' : 'ended');
  }

  private fillLanes(): void {
    while (this.run !== null && this.underWay.size < this.options.lanes) {
      const claim = this.waiting.shift();
      if (claim === undefined) return;
      void this.begin(this.run, claim);
    }
  }

  private begin(run: RunJob, claim: ClaimedJob): Promise<void> {
    const work = this.runOne(run, claim);
    this.underWay.set(claim, work);
    return work;
  }

  private async runOne(run: RunJob, claim: ClaimedJob): Promise<void> {
    try {
      await run(claim.job, () => this.rows.remove(claim));
    } catch (error) {
      await this.fail(claim, error);
    }
    this.underWay.delete(claim);
    this.held.delete(claim);
    this.fillLanes();
    void this.look();
  }

  private async fail(claim: ClaimedJob, error: unknown): Promise<void> {
    const { name, key, attempt } = claim.job;
    const message = String(error).slice(0, 500);
    this.logger.warn(`Job ${name} ${key} failed at try ${attempt}: ${message}`);
    try {
      await this.rows.fail(claim, message);
    } catch (failure) {
      this.unrecorded.push({ claim, message });
      this.logger.error(`The failure of job ${name} ${key} waits to be recorded: ${String(failure)}`);
    }
  }

  /** Of a process that ends before it can, the leases end, and the jobs are tried again. */
  private async recordFailures(): Promise<void> {
    for (let first = this.unrecorded[0]; first !== undefined; first = this.unrecorded[0]) {
      await this.rows.fail(first.claim, first.message);
      this.unrecorded.shift();
    }
  }
}
