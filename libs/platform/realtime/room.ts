import { NOTIFICATIONS_NAMESPACE } from '@desk/contracts';

/** Sockets of one namespace that hear the same pushes. */
export interface Room {
  readonly namespace: string;
  readonly name: string;
}

/** All of a person's connections to one namespace; the door puts them there, so it exists in every namespace. */
export function personRoom(personId: string, namespace: string = NOTIFICATIONS_NAMESPACE): Room {
  return { namespace, name: `person:${personId}` };
}

/** The connections that one sign-in opened. */
export function sessionRoom(sessionId: string, namespace: string = NOTIFICATIONS_NAMESPACE): Room {
  return { namespace, name: `session:${sessionId}` };
}

/** Staff who look at a ticket, alone or in a list. */
export function ticketStaffRoom(ticketId: number): Room {
  return { namespace: NOTIFICATIONS_NAMESPACE, name: `ticket:${ticketId}:staff` };
}

/** Customers who look at a ticket. Nothing internal is ever sent to this room. */
export function ticketCustomerRoom(ticketId: number): Room {
  return { namespace: NOTIFICATIONS_NAMESPACE, name: `ticket:${ticketId}:customers` };
}
