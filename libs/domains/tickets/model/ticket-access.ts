import { type Actor, isCustomerActor, personId } from '@desk/platform/security';

/** The rows of `jrd_tickets` (named `t`) that somebody may know of: one condition for list, detail, count and socket. */
export function visibleTo(actor: Actor): { sql: string; parameters: unknown[] } {
  return isCustomerActor(actor)
    ? { sql: 't.deleted_at IS NULL AND t.customer_id = ?', parameters: [actor.id] }
    : { sql: 't.deleted_at IS NULL', parameters: [] };
}

export function maySee(actor: Actor, ticket: { customer_id: string; deleted_at: Date | null }): boolean {
  return ticket.deleted_at === null && (!isCustomerActor(actor) || ticket.customer_id === actor.id);
}

/** Whoever asked does not answer themselves: on their own ticket a member of staff speaks as its customer. */
export function speaksAsCustomer(actor: Actor, ticket: { customer_id: string }): boolean {
  return isCustomerActor(actor) || personId(actor) === ticket.customer_id;
}
