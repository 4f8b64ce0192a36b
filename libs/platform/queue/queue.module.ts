import { DynamicModule, Global, Module } from '@nestjs/common';

import { Clock } from '@desk/platform/clock';
import { Database, UnitOfWork } from '@desk/platform/database';

import { JobQueue } from './job-queue';
import { MeasureJobs } from './measure-jobs';
import { SqlJobQueue } from './sql/sql-job-queue';

@Global()
@Module({})
export class QueueModule {
  /** The queue of a desk that is one process. */
  static alone(): DynamicModule {
    return {
      module: QueueModule,
      providers: [
        MeasureJobs,
        {
          provide: JobQueue,
          inject: [Clock, Database, UnitOfWork],
          useFactory: (clock: Clock, database: Database, unitOfWork: UnitOfWork) =>
            new SqlJobQueue(clock, database, unitOfWork),
        },
      ],
      exports: [JobQueue],
    };
  }

  /** One process's part in the queue of several, told of jobs over Redis. A desk that is alone never loads Bull. */
  static async shared(works: boolean): Promise<DynamicModule> {
    const { BullQueueModule } = await import('@desk/platform/queue/bull');
    return {
      module: QueueModule,
      imports: [BullQueueModule.forProcess(works)],
      providers: [MeasureJobs],
      exports: [BullQueueModule],
    };
  }
}
