import { Ticket } from './ticket';

const AT = new Date('2026-03-02T09:00:00.000Z');
const LATER = new Date('2026-03-02T10:00:00.000Z');

function open(): Ticket {
  return Ticket.open({
    ticketId: 'JRD-BCDFGH',
    title: 'Printer',
    description: 'On fire',
    priority: 'high',
    categoryId: null,
    customerId: 'anna',
    source: 'web',
    dueDate: null,
    followUpOf: null,
    at: AT,
  });
}

describe('a ticket', () => {
  it('begins open, unheld, at the first version of both kinds', () => {
    expect(open()).toMatchObject({
      status: 'open',
      priority_rank: 2,
      assigned_agent_id: null,
      escalation_level: 0,
      version: 1,
      public_version: 1,
      created_at: AT,
      updated_at: AT,
      deleted_at: null,
    });
  });

  it('tells what an edit changed, and nothing of what was so already', () => {
    const ticket = open();
    const changes = ticket.edit({ title: 'Printer', priority: 'urgent', assigned_agent_id: 'bob' }, LATER);
    expect(changes).toEqual({
      priority: { before: 'high', after: 'urgent' },
      assigned_agent_id: { before: null, after: 'bob' },
    });
    expect(ticket).toMatchObject({ priority: 'urgent', priority_rank: 3, assigned_agent_id: 'bob' });
  });

  it('keeps what an edit leaves out, also when it is there as undefined', () => {
    const ticket = open();
    const before = { ...ticket };
    expect(ticket.edit({ title: undefined, due_date: undefined, status: undefined }, LATER)).toEqual({});
    expect({ ...ticket }).toEqual(before);
  });

  it('has a due date that is set, moved and taken away', () => {
    const ticket = open();
    expect(ticket.edit({ due_date: LATER }, AT).due_date).toEqual({
      before: null,
      after: LATER.toISOString(),
    });
    expect(ticket.edit({ due_date: new Date(LATER) }, AT)).toEqual({});
    expect(ticket.edit({ due_date: null }, AT).due_date).toEqual({
      before: LATER.toISOString(),
      after: null,
    });
  });

  it.each(['resolved', 'closed'] as const)('has its work ended once it is %s', (status) => {
    const ticket = open();
    ticket.edit({ status }, LATER);
    expect(ticket).toMatchObject({ status, resolved_at: LATER, isSolved: true });
  });

  it('keeps the end of its work when it is closed after it was resolved', () => {
    const ticket = open();
    ticket.edit({ status: 'resolved' }, AT);
    ticket.edit({ status: 'closed' }, LATER);
    expect(ticket.resolved_at).toBe(AT);
  });

  it('gives back what resolving set when it is reopened', () => {
    const ticket = open();
    ticket.edit({ status: 'resolved' }, AT);
    ticket.sla_resolution_met = true;
    ticket.edit({ status: 'open' }, LATER);
    expect(ticket).toMatchObject({ status: 'open', resolved_at: null, sla_resolution_met: null });
  });

  it('is escalated three times and never a fourth', () => {
    const ticket = open();
    for (const level of [1, 2, 3]) {
      ticket.escalate();
      expect(ticket).toMatchObject({ is_escalated: true, escalation_level: level });
    }
    expect(() => ticket.escalate()).toThrow(
      expect.objectContaining({ kind: 'conflict', code: 'escalation_limit' }),
    );
    expect(ticket.escalation_level).toBe(3);
  });

  it('moves nothing for its customer by what they may not see', () => {
    const ticket = open();
    ticket.touch(LATER, false);
    expect(ticket).toMatchObject({ version: 2, updated_at: LATER, public_version: 1, public_updated_at: AT });
    ticket.touch(LATER, true);
    expect(ticket).toMatchObject({ version: 3, public_version: 2, public_updated_at: LATER });
  });

  it('shows what the desk itself stamped as a new version, but as no news', () => {
    const ticket = open();
    ticket.restamp();
    expect(ticket).toMatchObject({ version: 2, public_version: 2, updated_at: AT, public_updated_at: AT });
  });
});
