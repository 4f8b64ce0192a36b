interface Person {
  id: string;
}

/** Who opened a ticket on behalf of its customer; null where customers asked themselves. */
export function openerOf<P extends Person>(ticket: {
  created_by: P | null;
  customer: Person | null;
}): P | null {
  return ticket.created_by?.id === ticket.customer?.id ? null : ticket.created_by;
}
