import { happeningsOf } from './happenings';

const reopened = { status: { before: 'resolved', after: 'open' } } as const;

describe('what a change amounts to', () => {
  it('is told of a ticket that somebody reopens', () => {
    expect(happeningsOf(reopened)).toEqual(['status_changed']);
  });

  it('is not told twice when a reply reopened the ticket', () => {
    expect(happeningsOf(reopened, 7)).toEqual([]);
    const priority = { before: 'low', after: 'high' } as const;
    expect(happeningsOf({ ...reopened, priority }, 7)).toEqual(['priority_changed']);
  });
});
