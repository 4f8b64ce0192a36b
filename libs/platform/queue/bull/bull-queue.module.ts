import { BullModule, getQueueToken } from '@nestjs/bull';
import { DynamicModule, Module } from '@nestjs/common';

import { Clock } from '@desk/platform/clock';
import { Database, UnitOfWork } from '@desk/platform/database';
import { RedisLink, type RedisUse } from '@desk/platform/redis';

import { JobQueue } from '../job-queue';
import { BullJobQueue, type Bell, JOBS } from './bull-job-queue';
import { BullProcessor } from './bull-processor';
import { forgiving } from './forgiving';

/** What Bull calls its connections. */
const USES = { client: 'commands', subscriber: 'subscriber', bclient: 'blocking' } satisfies Record<
  string,
  RedisUse
>;

@Module({})
export class BullQueueModule {
  /** @param works whether this process does jobs, or only asks for them. */
  static forProcess(works: boolean): DynamicModule {
    return {
      module: BullQueueModule,
      imports: [
        BullModule.registerQueueAsync({
          name: JOBS,
          inject: [RedisLink],
          useFactory: (redis: RedisLink) => ({
            prefix: redis.key('bull'),
            // Its own, since it closes them before others have said their last.
            createClient: (type) => redis.another(USES[type]),
          }),
        }),
      ],
      providers: [
        {
          provide: BullJobQueue,
          inject: [Clock, Database, UnitOfWork, getQueueToken(JOBS)],
          useFactory: (clock: Clock, database: Database, unitOfWork: UnitOfWork, bell: Bell) =>
            new BullJobQueue(clock, database, unitOfWork, forgiving(bell)),
        },
        { provide: JobQueue, useExisting: BullJobQueue },
        ...(works ? [BullProcessor] : []),
      ],
      exports: [JobQueue],
    };
  }
}
