import { type Priority, type TicketSource, type TicketStatus } from '@desk/contracts';

/** A ticket as the domains above read it. */
export interface TicketFacts {
  id: number;
  reference: string;
  title: string;
  description: string;
  status: TicketStatus;
  priority: Priority;
  source: TicketSource;
  category: { id: number; name: string; slug: string } | null;
  tags: { id: number; name: string; slug: string }[];
  customerId: string;
  assignedAgentId: string | null;
  isEscalated: boolean;
  escalationLevel: number;
  csatRating: number | null;
  dueDate: Date | null;
  createdAt: Date;
  updatedAt: Date;
  firstResponseAt: Date | null;
  resolvedAt: Date | null;
  slaPolicyId: number | null;
  slaResponseDeadline: Date | null;
  slaResolutionDeadline: Date | null;
  slaResponseMet: boolean | null;
  slaResolutionMet: boolean | null;
  version: number;
  publicVersion: number;
}
