import { TICKET_STATUSES, type TicketStatus } from '@desk/contracts';

import { customerMayMove, isSolved, movesTo, reopensOnCustomerReply, type StatusMove } from './ticket-status';

/** Every move by its name in the trail: rows are where from, columns where to, in the order of the states. */
const MOVES: Record<TicketStatus, (StatusMove | null)[]> = {
  open: [null, 'status_changed', 'status_changed', 'resolved', 'closed'],
  in_progress: ['status_changed', null, 'status_changed', 'resolved', 'closed'],
  pending: ['status_changed', 'status_changed', null, 'resolved', 'closed'],
  resolved: ['reopened', 'reopened', 'reopened', null, 'closed'],
  closed: ['reopened', 'reopened', 'reopened', 'resolved', null],
};

const CASES = TICKET_STATUSES.flatMap((from) => TICKET_STATUSES.map((to) => [from, to] as const));

describe('the table of moves', () => {
  it.each(CASES.filter(([from, to]) => from !== to))('names the move from %s to %s', (from, to) => {
    expect(movesTo(from, to)).toBe(MOVES[from][TICKET_STATUSES.indexOf(to)]);
  });

  it.each(CASES)('says whether a customer may move from %s to %s', (from, to) => {
    const allowed = (to === 'closed' && from !== 'closed') || (from === 'resolved' && to === 'open');
    expect(customerMayMove(from, to)).toBe(allowed);
  });

  it('wants no more work once resolved or closed', () => {
    expect(TICKET_STATUSES.filter(isSolved)).toEqual(['resolved', 'closed']);
  });

  it('is moved by a reply of the customer while it waits for them', () => {
    expect(TICKET_STATUSES.filter(reopensOnCustomerReply)).toEqual(['pending', 'resolved']);
  });
});
