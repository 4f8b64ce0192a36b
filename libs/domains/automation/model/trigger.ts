import { type Role, type TriggerEvent } from '@desk/contracts';

import { type Facts } from './fields';

/** Something happened to a ticket that rules may wait for. */
export interface Trigger {
  readonly event: TriggerEvent;
  readonly ticketId: number;
  /** The comment that was added, when one was. */
  readonly comment?: { readonly id: number; readonly authorRole: Role | 'system' };
  /** What the event itself says for certain, so that rules it refutes need no read: the values of a new ticket. */
  readonly known: Facts;
}
