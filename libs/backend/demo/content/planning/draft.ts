import type { Priority, TicketSource, TicketStatus } from '@desk/contracts';
import type { CategoryKey, CustomerPerson, Language, ScriptedMessage, StaffMember } from '../types';

/** A ticket that is decided in everything but time. */
export interface Draft {
  key: string;
  kind: 'thread' | 'seed';
  language: Language;
  category: CategoryKey;
  priority: Priority;
  tags: readonly string[];
  title: string;
  description: string;
  script: readonly ScriptedMessage[];
  outcome: TicketStatus;
  customer: CustomerPerson;
  /** Who answers; with `unassigned`, who would. */
  agent: StaffMember;
  unassigned: boolean;
  source: TicketSource;
  escalation: number;
  rating: { rating: number; feedback: string } | null;
}
