import { type Actor, isCustomerActor } from '@desk/platform/security';

/** The rows of `jrd_tickets` (named `t`) that somebody may know of: one condition for list, detail, count and socket. */
export function visibleTo(actor: Actor): { sql: string; parameters: unknown[] } {
  return isCustomerActor(actor)
    ? { sql: 't.deleted_at IS NULL AND t.customer_id = ?', parameters: [actor.id] }
    : { sql: 't.deleted_at IS NULL', parameters: [] };
}

export function maySee(actor: Actor, ticket: { customer_id: string; deleted_at: Date | null }): boolean {
  return ticket.deleted_at === null && (!isCustomerActor(actor) || ticket.customer_id === actor.id);
}
