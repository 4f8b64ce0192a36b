import { type TriggerEvent } from '@desk/contracts';

import { type Facts } from './fields';

/** Something happened to a ticket that rules may wait for. */
export interface Trigger {
  readonly event: TriggerEvent;
  readonly ticketId: number;
  /** What the event itself says for certain, so that rules it refutes need no read: the comment; a new ticket's values. */
  readonly known: Facts;
}
