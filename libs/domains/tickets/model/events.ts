import type { CommentType, Priority, TicketSource, TicketStatus } from '@desk/contracts';
import { defineEvent } from '@desk/platform/events';

/** What listeners need to address people and sockets without reading the ticket again. */
export interface TicketRef {
  ticketId: number;
  /** The number people see: JRD-A3X9K2. */
  reference: string;
  title: string;
  customerId: string;
  assignedAgentId: string | null;
  /** Grows with every change; what staff compare. */
  version: number;
  /** Grows with changes the customer may see; what customers compare. */
  publicVersion: number;
  /** Whether this very act moved `publicVersion`: what it did not move is told to no customer. */
  isPublic: boolean;
}

export interface Change<T> {
  before: T;
  after: T;
}

/** Fields whose change listeners may ask about. A key is present only when its value really changed. */
export interface TicketChanges {
  title?: Change<string>;
  description?: Change<string>;
  status?: Change<TicketStatus>;
  priority?: Change<Priority>;
  category_id?: Change<number | null>;
  assigned_agent_id?: Change<string | null>;
  due_date?: Change<string | null>;
  escalation_level?: Change<number>;
  tags?: { added: string[]; removed: string[] };
  csat_rating?: Change<number | null>;
}

export const TicketCreated = defineEvent<
  TicketRef & { priority: Priority; status: TicketStatus; source: TicketSource; createdAt: string }
>('tickets.created');

/**
 * Any change of fields, whichever route it came by. One event an act, with everything that changed. `byComment` is the
 * customer's reply that reopened the ticket: its own event has told of the same act already.
 */
export const TicketChanged = defineEvent<
  TicketRef & { changes: TicketChanges; at: string; byComment?: number }
>('tickets.changed');

/**
 * Once a transaction, when another person than before holds the ticket at its end: who got it and lost it again meanwhile is
 * told of nothing. Each step on the way is a TicketChanged of its own.
 */
export const TicketAssigned = defineEvent<
  TicketRef & { agentId: string | null; previousAgentId: string | null }
>('tickets.assigned');

export const CommentAdded = defineEvent<
  TicketRef & {
    commentId: number;
    commentType: CommentType;
    authorId: string | null;
    /** False for the ticket's own customer, also when they are on staff. */
    byStaff: boolean;
    /** True for the first public answer of a person on staff. */
    firstResponse: boolean;
    /** Plain text, shortened, for notices. Never for a customer when `commentType` is not `reply`. */
    excerpt: string;
    at: string;
  }
>('tickets.comment_added');

/** Something about the ticket changed that only screens care about: deadlines, a rating, an attachment. */
export const TicketTouched = defineEvent<TicketRef>('tickets.touched');

export const TicketDeleted = defineEvent<TicketRef>('tickets.deleted');
