import { type Schema } from '@desk/platform/database';

import { JobLosses1795863722236 } from './job-losses.migration';
import { JobRow } from './job.entity';
import { Jobs1700000000300 } from './jobs.migration';

export {
  defineJob,
  definedJobs,
  Job,
  JOB,
  type JobDefinition,
  type JobMetadata,
  type JobOptions,
} from './define-job';
export { InlineJobQueue } from './inline/inline-job-queue';
export { JobQueue, type Job as QueuedJob, type NewJob, type ParkedJob, type RunJob } from './job-queue';
export { QueueModule } from './queue.module';
export { SqlJobQueue, type SqlJobQueueOptions } from './sql/sql-job-queue';

export const queueSchema: Schema = {
  entities: [JobRow],
  migrations: [Jobs1700000000300, JobLosses1795863722236],
};
