import { type EventDefinition } from '@desk/platform/events';

/** The payload of a defined event: `PayloadOf<typeof TicketCreated>`. */
export type PayloadOf<D> = D extends EventDefinition<infer P> ? P : never;
