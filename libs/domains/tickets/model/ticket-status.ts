import { type TicketStatus } from '@desk/contracts';

/** What a change of status is called in the trail. */
export type StatusMove = 'status_changed' | 'resolved' | 'closed' | 'reopened';

/** A solved ticket wants no more work. */
export function isSolved(status: TicketStatus): boolean {
  return status === 'resolved' || status === 'closed';
}

export function movesTo(from: TicketStatus, to: TicketStatus): StatusMove {
  if (to === 'resolved') return 'resolved';
  if (to === 'closed') return 'closed';
  return isSolved(from) ? 'reopened' : 'status_changed';
}

/** Where a customer may move their own ticket: close it, or take up again one that was resolved. */
export function customerMayMove(from: TicketStatus, to: TicketStatus): boolean {
  return to === 'closed' ? from !== 'closed' : to === 'open' && from === 'resolved';
}

/** A customer's answer brings the work back. On a closed ticket it begins a new one instead. */
export function reopensOnCustomerReply(status: TicketStatus): boolean {
  return status === 'pending' || status === 'resolved';
}
