import { type Schema } from '@desk/platform/database';

import { OutboxEntry, Receipt } from './outbox.entity';
import { Outbox1700000000200 } from './outbox.migration';

export { defineEvent, type DeskEvent, type EventActor, type EventDefinition } from './define-event';
export { EventBus } from './event-bus';
export { EventsModule } from './events.module';
export { JobRunner } from './job-runner';
export { Jobs } from './jobs';
export { ListenerRegistry, type Subscriber } from './listener-registry';
export { On, ON, Within, WITHIN, type OnMetadata, type WithinMetadata } from './listeners';
export { Outbox } from './outbox';
export { OutboxRelay } from './outbox-relay';
export { Ping, PING } from './ping';
export { Receipts } from './receipts';

export const eventsSchema: Schema = { entities: [OutboxEntry, Receipt], migrations: [Outbox1700000000200] };
