import { NOTIFICATION_TYPES } from '@desk/contracts';

import { happeningOfComment, happeningsOf } from './happenings';
import { type Happening, type People, RECIPIENTS, recipientsOf } from './recipients';

const PEOPLE: People = {
  customerId: 'customer',
  agentId: 'agent',
  managerIds: ['boss', 'root'],
  actorId: null,
};

function told(happenings: Happening[], people: Partial<People> = {}): string[] {
  return recipientsOf(happenings, { ...PEOPLE, ...people }).map(({ userId, type }) => `${userId}: ${type}`);
}

describe('who is told of what', () => {
  it.each<[Happening, string[]]>([
    ['ticket_opened', ['boss: ticket_created', 'root: ticket_created']],
    ['ticket_assigned', ['agent: ticket_assigned']],
    ['reply_of_staff', ['agent: comment_added', 'customer: comment_added']],
    [
      'reply_of_customer',
      ['agent: comment_added', 'boss: comment_added', 'root: comment_added', 'customer: comment_added'],
    ],
    ['internal_note', ['agent: comment_added']],
    ['resolved', ['agent: ticket_resolved', 'customer: ticket_resolved']],
    ['status_changed', ['agent: status_change', 'customer: status_change']],
    ['priority_changed', ['agent: priority_change', 'customer: priority_change']],
    ['escalated', ['agent: ticket_updated', 'boss: ticket_updated', 'root: ticket_updated']],
    ['rated', ['agent: ticket_updated']],
    ['details_changed', ['agent: ticket_updated']],
    ['deadline_missed', ['agent: sla_breach', 'boss: sla_breach', 'root: sla_breach']],
  ])('%s', (happening, expected) => {
    expect(told([happening])).toEqual(expected);
  });

  it('uses each of the ten types but the two that a sender names', () => {
    const used = new Set<string>(Object.values(RECIPIENTS).flatMap((row) => Object.values(row)));
    expect([...NOTIFICATION_TYPES].filter((type) => !used.has(type))).toEqual(['automation', 'system']);
  });

  it('tells no customer of anything internal', () => {
    const internal: Happening[] = [
      'internal_note',
      'escalated',
      'deadline_missed',
      'rated',
      'details_changed',
    ];
    expect(told(internal).filter((line) => line.startsWith('customer'))).toEqual([]);
  });

  it('leaves out whoever did it', () => {
    expect(told(['reply_of_customer'], { actorId: 'customer' })).toEqual([
      'agent: comment_added',
      'boss: comment_added',
      'root: comment_added',
    ]);
    expect(told(['ticket_assigned'], { actorId: 'agent' })).toEqual([]);
  });

  it('tells a manager who is also the agent once', () => {
    expect(told(['deadline_missed'], { agentId: 'boss' })).toEqual(['boss: sla_breach', 'root: sla_breach']);
  });

  it('tells each person once of an act that is several things, of the one that matters most to them', () => {
    expect(told(['resolved', 'priority_changed', 'escalated'])).toEqual([
      'agent: ticket_resolved',
      'customer: ticket_resolved',
      'boss: ticket_updated',
      'root: ticket_updated',
    ]);
  });

  it('leaves out who hears of the same act by another event', () => {
    expect(told(['status_changed'], { toldOtherwise: ['agent'] })).toEqual(['customer: status_change']);
  });

  it('tells nobody in place of an agent who is not there', () => {
    expect(told(['ticket_assigned'], { agentId: null })).toEqual([]);
  });
});

describe('what a change amounts to', () => {
  it('puts the status before all else', () => {
    expect(
      happeningsOf({
        priority: { before: 'low', after: 'high' },
        status: { before: 'open', after: 'pending' },
        title: { before: 'A', after: 'B' },
      }),
    ).toEqual(['status_changed', 'priority_changed', 'details_changed']);
  });

  it('tells resolved from other states', () => {
    expect(happeningsOf({ status: { before: 'open', after: 'resolved' } })).toEqual(['resolved']);
    expect(happeningsOf({ status: { before: 'open', after: 'closed' } })).toEqual(['status_changed']);
  });

  it('makes nothing of tags or of an assignment, which has an event of its own', () => {
    expect(
      happeningsOf({
        tags: { added: ['vip'], removed: [] },
        assigned_agent_id: { before: null, after: 'agent' },
      }),
    ).toEqual([]);
  });

  it('knows comments by kind and side', () => {
    expect(happeningOfComment('reply', true)).toBe('reply_of_staff');
    expect(happeningOfComment('reply', false)).toBe('reply_of_customer');
    expect(happeningOfComment('internal_note', true)).toBe('internal_note');
    expect(happeningOfComment('system', true)).toBeNull();
  });
});
