import { Injectable } from '@nestjs/common';

import { Database } from '@desk/platform/database';
import { PersonActor } from '@desk/platform/security';

import { TicketFacts } from '../model/ticket-facts';
import { Comments } from '../store/comments';
import { Labels } from '../store/labels';
import { TicketDetails } from '../store/ticket-details';
import { TicketTags } from '../store/ticket-tags';
import { Tickets } from '../store/tickets';
import { plainText } from './content';

/** Tickets for the domains above, as plain facts. */
@Injectable()
export class TicketQueries {
  constructor(
    private readonly database: Database,
    private readonly tickets: Tickets,
    private readonly details: TicketDetails,
    private readonly labels: Labels,
    private readonly ticketTags: TicketTags,
    private readonly comments: Comments,
  ) {}

  /** Null for a ticket that is not there or in the trash. */
  async facts(ticketId: number): Promise<TicketFacts | null> {
    const ticket = await this.tickets.find(ticketId);
    if (ticket === null || ticket.deleted_at !== null) return null;
    const category = ticket.category_id === null ? null : await this.labels.category(ticket.category_id);
    const tags = await this.ticketTags.of(ticketId);
    return {
      id: ticket.id,
      reference: ticket.ticket_id,
      title: ticket.title,
      description: ticket.description,
      status: ticket.status,
      priority: ticket.priority,
      source: ticket.source,
      category: category === null ? null : { id: category.id, name: category.name, slug: category.slug },
      tags: tags.map(({ id, name, slug }) => ({ id, name, slug })),
      customerId: ticket.customer_id,
      assignedAgentId: ticket.assigned_agent_id,
      isEscalated: ticket.is_escalated,
      escalationLevel: ticket.escalation_level,
      csatRating: ticket.csat_rating,
      dueDate: ticket.due_date,
      createdAt: ticket.created_at,
      updatedAt: ticket.updated_at,
      firstResponseAt: ticket.first_response_at,
      resolvedAt: ticket.resolved_at,
      slaPolicyId: ticket.sla_policy_id,
      slaResponseDeadline: ticket.sla_response_deadline,
      slaResolutionDeadline: ticket.sla_resolution_deadline,
      slaResponseMet: ticket.sla_response_met,
      slaResolutionMet: ticket.sla_resolution_met,
      version: ticket.version,
      publicVersion: ticket.public_version,
    };
  }

  /** The words of a comment without their markup, whoever may read it; null when there is none. */
  async commentText(commentId: number): Promise<string | null> {
    const content = await this.comments.content(commentId);
    return content === null ? null : plainText(content);
  }

  async mayRead(actor: PersonActor, ticketId: number): Promise<boolean> {
    return (await this.details.idOf(actor, ticketId)) !== null;
  }

  /** One query, whatever the number; without those in the trash. */
  async refs(ids: readonly number[]): Promise<Map<number, { id: number; ticket_id: string; title: string }>> {
    if (ids.length === 0) return new Map();
    const rows = await this.database.rows<{ id: number; ticket_id: string; title: string }>(
      `SELECT id, ticket_id, title FROM jrd_tickets
       WHERE deleted_at IS NULL AND id IN (${ids.map(() => '?').join(', ')})`,
      [...ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }
}
