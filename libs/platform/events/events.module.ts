import { Global, Module } from '@nestjs/common';

import { Database, UnitOfWork } from '@desk/platform/database';
import { Clock } from '@desk/platform/clock';
import { JobQueue, SqlJobQueue } from '@desk/platform/queue';

import { EventBus } from './event-bus';
import { JobRunner } from './job-runner';
import { Jobs } from './jobs';
import { ListenerRegistry } from './listener-registry';
import { Outbox } from './outbox';
import { OutboxRelay } from './outbox-relay';
import { Ping } from './ping';
import { Receipts } from './receipts';

@Global()
@Module({
  providers: [
    {
      provide: JobQueue,
      inject: [Clock, Database, UnitOfWork],
      useFactory: (clock: Clock, database: Database, unitOfWork: UnitOfWork) =>
        new SqlJobQueue(clock, database, unitOfWork),
    },
    ListenerRegistry,
    Receipts,
    Outbox,
    OutboxRelay,
    EventBus,
    Jobs,
    JobRunner,
    Ping,
  ],
  exports: [JobQueue, ListenerRegistry, Receipts, Outbox, OutboxRelay, EventBus, Jobs, JobRunner, Ping],
})
export class EventsModule {}
