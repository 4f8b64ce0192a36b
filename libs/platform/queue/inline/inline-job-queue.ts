import { type Clock } from '@desk/platform/clock';

import { type Job, JobQueue, type NewJob, type ParkedJob, retryDelay, type RunJob } from '../job-queue';

interface Held {
  job: Job;
  runAt: number;
  running: boolean;
}

/** Jobs in memory, begun as they arrive: for tests. Nothing outlives the process; retries wait for the clock. */
export class InlineJobQueue extends JobQueue {
  readonly storesInDatabase = false;
  private run: RunJob | null = null;
  private readonly held = new Map<string, Held>();
  private readonly failures = new Map<string, ParkedJob>();
  private readonly underWay = new Set<Promise<void>>();

  constructor(private readonly clock: Clock) {
    super();
  }

  add(jobs: readonly NewJob[]): Promise<void> {
    for (const job of jobs) {
      if (this.held.has(job.key)) continue;
      this.failures.delete(job.key);
      this.held.set(job.key, { job: { ...job, attempt: 1 }, runAt: 0, running: false });
    }
    this.look();
    return Promise.resolve();
  }

  start(run: RunJob): Promise<void> {
    this.run = run;
    this.look();
    return Promise.resolve();
  }

  async stop(): Promise<void> {
    this.run = null;
    await Promise.all(this.underWay);
  }

  parked(): Promise<ParkedJob[]> {
    return Promise.resolve([...this.failures.values()]);
  }

  pending(): Promise<number> {
    return Promise.resolve(this.held.size);
  }

  /** Begins what is due: called by whoever moves the clock. */
  look(): void {
    const now = this.clock.now().getTime();
    for (const held of this.held.values()) {
      if (this.run === null || held.running || held.runAt > now) continue;
      held.running = true;
      const work = this.runOne(this.run, held);
      this.underWay.add(work);
      void work.finally(() => this.underWay.delete(work));
    }
  }

  private async runOne(run: RunJob, held: Held): Promise<void> {
    const { name, key, attempt } = held.job;
    try {
      await run(held.job, () => Promise.resolve());
      this.held.delete(key);
    } catch (error) {
      const delay = retryDelay(attempt);
      if (delay === null) {
        this.held.delete(key);
        this.failures.set(key, { id: key, name, key, error: String(error) });
        return;
      }
      held.job = { ...held.job, attempt: attempt + 1 };
      held.runAt = this.clock.now().getTime() + delay;
      held.running = false;
    }
  }
}
