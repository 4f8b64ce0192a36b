import { Global, Module } from '@nestjs/common';

import { RedisLink } from '@desk/platform/redis';

import { EventBus } from './event-bus';
import { JobRunner } from './job-runner';
import { Jobs } from './jobs';
import { ListenerRegistry } from './listener-registry';
import { MeasureOutbox } from './measure-outbox';
import { Outbox } from './outbox';
import { OutboxRelay } from './outbox-relay';
import { Ping } from './ping';
import { Receipts } from './receipts';
import { RedisBell } from './redis/redis-bell';
import { LocalBell, RelayBell } from './relay-bell';

@Global()
@Module({
  providers: [
    {
      provide: RelayBell,
      inject: [{ token: RedisLink, optional: true }],
      useFactory: (redis?: RedisLink) => (redis === undefined ? new LocalBell() : new RedisBell(redis)),
    },
    ListenerRegistry,
    Receipts,
    Outbox,
    OutboxRelay,
    EventBus,
    Jobs,
    JobRunner,
    Ping,
    MeasureOutbox,
  ],
  exports: [ListenerRegistry, Receipts, Outbox, OutboxRelay, EventBus, Jobs, JobRunner, Ping],
})
export class EventsModule {}
