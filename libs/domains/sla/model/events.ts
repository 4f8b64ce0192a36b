import type { BreachType } from '@desk/contracts';
import type { TicketRef } from '@desk/domains/tickets';
import { defineEvent, type DeskEvent, type EventDefinition } from '@desk/platform/events';

/** Said once for each breach on record. Instants are ISO 8601. */
export const SlaBreached = defineEvent<
  TicketRef & {
    breachId: number;
    breachType: BreachType;
    policyId: number | null;
    deadline: string;
    detectedAt: string;
  }
>('sla.breached');

/** What a listener of `D` receives. */
export type EventOf<D> = D extends EventDefinition<infer P> ? DeskEvent<P> : never;
