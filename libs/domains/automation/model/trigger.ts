import { type Role, type TriggerEvent } from '@desk/contracts';

import { type Facts, type FieldName } from './fields';

/** Something happened to a ticket that rules may wait for. */
export interface Trigger {
  readonly event: TriggerEvent;
  readonly ticketId: number;
  /** The comment that was added, when one was. */
  readonly comment?: { readonly id: number; readonly authorRole: Role | 'system' };
  /** Of a change: the fields that are no longer what they were. */
  readonly changed?: ReadonlySet<FieldName>;
  /** Of an assignment: whoever got the ticket by it. */
  readonly heldBy?: string;
  /** Ids of the rules that have not been asked about this yet; all of them when it is left out. */
  readonly only?: ReadonlySet<string>;
  /** What the event itself says for certain, so that rules it refutes need no read: the values of a new ticket. */
  readonly known: Facts;
}
