import type { CommentType } from '@desk/contracts';
import type { TicketChanges } from '@desk/domains/tickets';

import type { Happening } from './recipients';

/**
 * What a change of fields amounts to, the most telling first. The new agent hears of it by the assignment itself, and
 * whoever hears of the reply that reopened a ticket hears no second time that it is open again.
 */
export function happeningsOf(changes: TicketChanges, byComment?: number): Happening[] {
  const found: Happening[] = [];
  if (byComment !== undefined) return happeningsOf({ ...changes, status: undefined });
  if (changes.status?.after === 'resolved') found.push('resolved');
  else if (changes.status !== undefined) found.push('status_changed');
  if (changes.priority !== undefined) found.push('priority_changed');
  if (changes.escalation_level !== undefined) found.push('escalated');
  if (changes.csat_rating !== undefined) found.push('rated');
  const { title, description, category_id, due_date } = changes;
  if ([title, description, category_id, due_date].some((change) => change !== undefined)) {
    found.push('details_changed');
  }
  return found;
}

/** Null for what the desk itself writes into a conversation: its cause has been told already. */
export function happeningOfComment(type: CommentType, byStaff: boolean): Happening | null {
  if (type === 'system') return null;
  if (type === 'internal_note') return 'internal_note';
  return byStaff ? 'reply_of_staff' : 'reply_of_customer';
}
