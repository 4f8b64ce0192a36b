import { Process, Processor } from '@nestjs/bull';

import { BullJobQueue, JOBS, LANES } from './bull-job-queue';

/** The one processor of the product, in processes that work: every job's body is called by the queue it belongs to. */
@Processor(JOBS)
export class BullProcessor {
  constructor(private readonly queue: BullJobQueue) {}

  @Process({ name: '*', concurrency: LANES })
  async token(): Promise<void> {
    await this.queue.answerBell();
  }
}
