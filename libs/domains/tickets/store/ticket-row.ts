import type { Priority, TicketSource, TicketStatus } from '@desk/contracts';

/** A ticket as the engine answers it: no entity is built. */
export interface TicketRow {
  id: number;
  ticket_id: string;
  title: string;
  category_id: number | null;
  priority: Priority;
  priority_rank: number;
  status: TicketStatus;
  customer_id: string;
  assigned_agent_id: string | null;
  sla_policy_id: number | null;
  sla_response_deadline: string | null;
  sla_resolution_deadline: string | null;
  sla_response_met: number | null;
  sla_resolution_met: number | null;
  first_response_at: string | null;
  resolved_at: string | null;
  due_date: string | null;
  source: TicketSource;
  is_escalated: number;
  escalation_level: number;
  csat_rating: number | null;
  created_at: string;
  updated_at: string;
  version: number;
  public_updated_at: string;
  public_version: number;
}

/** With what only the ticket's own page shows. */
export interface TicketDetailRow extends TicketRow {
  description: string;
  csat_feedback: string | null;
  /** Whoever opened it, as the first line of its trail has it; null where that was no person. */
  created_by_id: string | null;
  follow_up_of: number | null;
  /** Its number; null also when it is in the trash. */
  followed_up: string | null;
}

/** Of `jrd_tickets`, named `t`. */
export const TICKET_COLUMNS = `t.id, t.ticket_id, t.title, t.category_id, t.priority, t.priority_rank, t.status,
  t.customer_id, t.assigned_agent_id, t.sla_policy_id, t.sla_response_deadline, t.sla_resolution_deadline,
  t.sla_response_met, t.sla_resolution_met, t.first_response_at, t.resolved_at, t.due_date, t.source, t.is_escalated,
  t.escalation_level, t.csat_rating, t.created_at, t.updated_at, t.version, t.public_updated_at, t.public_version`;

export const DETAIL_COLUMNS = `${TICKET_COLUMNS}, t.description, t.csat_feedback, t.follow_up_of,
  (SELECT a.actor_id FROM jrd_ticket_activities a WHERE a.ticket_id = t.id AND a.activity_type = 'created'
    ORDER BY a.id LIMIT 1) AS created_by_id,
  (SELECT p.ticket_id FROM jrd_tickets p WHERE p.id = t.follow_up_of AND p.deleted_at IS NULL) AS followed_up`;
