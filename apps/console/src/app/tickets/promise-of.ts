import { type TicketView } from '@desk/web/api-client';

/** The promise that counts now: the first answer until it was given or is not waited for any more, then the solution. */
export function promiseOf(ticket: TicketView): { due: string | null; met: string | null } {
  return ticket.sla_response_deadline && !ticket.first_response_at && !ticket.resolved_at
    ? { due: ticket.sla_response_deadline, met: null }
    : { due: ticket.sla_resolution_deadline, met: ticket.resolved_at };
}
