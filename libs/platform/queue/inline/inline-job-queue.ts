import { type Job, JobQueue, type NewJob, type ParkedJob, retryDelay, type RunJob } from '../job-queue';

/** Does each job as it arrives, with all its tries at once: for tests that want effects without waiting. */
export class InlineJobQueue extends JobQueue {
  readonly storesInDatabase = false;
  private run: RunJob | null = null;
  private readonly waiting: NewJob[] = [];
  private readonly failures: ParkedJob[] = [];
  private underWay = 0;

  async add(jobs: readonly NewJob[]): Promise<void> {
    const fresh = jobs.filter((job) => !this.waiting.some((other) => other.key === job.key));
    this.waiting.push(...fresh);
    await this.drain();
  }

  async start(run: RunJob): Promise<void> {
    this.run = run;
    await this.drain();
  }

  stop(): Promise<void> {
    this.run = null;
    return Promise.resolve();
  }

  parked(): Promise<ParkedJob[]> {
    return Promise.resolve([...this.failures]);
  }

  pending(): Promise<number> {
    return Promise.resolve(this.waiting.length + this.underWay);
  }

  private async drain(): Promise<void> {
    while (this.run !== null && this.waiting.length > 0) {
      const job = this.waiting.shift();
      if (job === undefined) return;
      this.underWay++;
      await this.tryUntilParked(this.run, job).finally(() => this.underWay--);
    }
  }

  private async tryUntilParked(run: RunJob, job: NewJob): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        const current: Job = { ...job, attempt };
        await run(current, () => Promise.resolve());
        return;
      } catch (error) {
        if (retryDelay(attempt) !== null) continue;
        this.failures.push({ id: job.key, name: job.name, key: job.key, error: String(error) });
        return;
      }
    }
  }
}
