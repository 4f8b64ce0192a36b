import { type TicketRef } from '../model/events';
import { type Ticket } from '../model/ticket';

/** The part of a ticket that every event carries. @param isPublic whether the act is one that customers may see. */
export function refOf(ticket: Ticket, isPublic: boolean): TicketRef {
  return {
    ticketId: ticket.id,
    reference: ticket.ticket_id,
    title: ticket.title,
    customerId: ticket.customer_id,
    assignedAgentId: ticket.assigned_agent_id,
    version: ticket.version,
    publicVersion: ticket.public_version,
    isPublic,
  };
}
