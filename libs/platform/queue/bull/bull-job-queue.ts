import { Logger } from '@nestjs/common';
import type { JobOptions, Queue } from 'bull';

import { type Clock } from '@desk/platform/clock';
import { type Database, type UnitOfWork } from '@desk/platform/database';

import { type NewJob } from '../job-queue';
import { SqlJobQueue, type SqlJobQueueOptions } from '../sql/sql-job-queue';

export const JOBS = 'jobs';

/** Bull's queue, whose jobs carry nothing. */
export type Bell = Queue<Record<string, never>>;

/** Jobs that one process does at once, whether Bull rings for them or it finds them itself. */
export const LANES = 8;

/**
 * Jobs of several processes. They stay rows, so nothing is lost with Redis and an effect commits together with the end
 * of its job; Bull tells one of the workers at once that there is one. A worker also looks by itself, as the `sql`
 * queue does: for retries, for what a dead worker held, and for everything while Redis is away.
 */
export class BullJobQueue extends SqlJobQueue {
  private readonly log = new Logger(BullJobQueue.name);

  constructor(
    clock: Clock,
    database: Database,
    unitOfWork: UnitOfWork,
    private readonly bull: Bell,
    options: Partial<SqlJobQueueOptions> = {},
  ) {
    super(clock, database, unitOfWork, { lanes: LANES, batch: LANES, ...options, alone: false });
  }

  /** A token of Bull's has come to this process. */
  async answerBell(): Promise<void> {
    await this.takeOne();
  }

  protected override async announce(jobs: readonly NewJob[]): Promise<void> {
    try {
      await this.bull.addBulk(jobs.map((job) => ({ name: job.name, data: {}, opts: tokenOf(job) })));
    } catch (error) {
      this.log.debug(
        `Workers find ${jobs.length} jobs by themselves, nobody could tell them: ${String(error)}`,
      );
    }
  }
}

/** A token leaves nothing behind, however it ends: the row knows. */
function tokenOf(job: NewJob): JobOptions {
  return { jobId: job.key, removeOnComplete: true, removeOnFail: true };
}
