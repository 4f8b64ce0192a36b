import { Injectable } from '@nestjs/common';

import { TicketAssigned, type TicketRef, UpdateTicket } from '@desk/domains/tickets';
import { type DeskEvent, Within } from '@desk/platform/events';
import { type PersonActor } from '@desk/platform/security';

import { TestRules } from '../../../../test/support/test-rules';

interface Assignment {
  agentId: string | null;
  previousAgentId: string | null;
  version: number;
}

/** Who was said to have got a ticket, and in which state of it. */
@Injectable()
class Assignments {
  readonly said: Assignment[] = [];

  @Within(TicketAssigned, { order: 90 })
  async assigned({ payload }: DeskEvent<TicketRef & Assignment>): Promise<void> {
    const { agentId, previousAgentId, version } = payload;
    this.said.push({ agentId, previousAgentId, version });
    await Promise.resolve();
  }
}

let desk: TestRules;
let customer: PersonActor;
let first: PersonActor;
let second: PersonActor;

beforeEach(async () => {
  desk = await TestRules.start([Assignments]);
  customer = await desk.person('customer');
  first = await desk.person('agent');
  second = await desk.person('agent');
});

afterEach(() => desk.stop());

const assign = (ticketId: number) =>
  desk.get(UpdateTicket).run(first, { ticketId, changes: { assigned_agent: first.id, priority: 'urgent' } });

it('tells of no assignment that a rule has taken back before anybody heard', async () => {
  await desk.rule({
    trigger_event: 'ticket_updated',
    conditions: { priority: 'urgent' },
    action_type: 'assign_agent',
    action_params: { agent_id: second.id },
  });
  const { id } = await desk.ticket(customer);
  await assign(id);
  const { assignedAgentId, version } = await desk.facts(id);
  expect(assignedAgentId).toBe(second.id);
  expect(desk.get(Assignments).said).toEqual([{ agentId: second.id, previousAgentId: null, version }]);
});

it('tells of an assignment that holds in the state in which rules have left the ticket', async () => {
  await desk.rule({
    trigger_event: 'ticket_updated',
    conditions: { priority: 'urgent' },
    action_type: 'escalate',
  });
  const { id } = await desk.ticket(customer);
  await assign(id);
  const { version } = await desk.facts(id);
  expect(desk.get(Assignments).said).toEqual([{ agentId: first.id, previousAgentId: null, version }]);
});

describe('rules that hand a ticket on and back', () => {
  /** Away from whoever has it as soon as it is urgent, and back as soon as the second one has it. */
  beforeEach(async () => {
    const to = (agentId: string) => ({
      action_type: 'assign_agent' as const,
      action_params: { agent_id: agentId },
    });
    await desk.rule({
      trigger_event: 'ticket_updated',
      conditions: { priority: 'urgent' },
      ...to(second.id),
    });
    await desk.rule({
      trigger_event: 'ticket_assigned',
      conditions: { assigned_agent: second.id },
      ...to(first.id),
    });
  });

  it('are told of once, with who had it before', async () => {
    const { id } = await desk.ticket(customer);
    await assign(id);
    const { assignedAgentId, version } = await desk.facts(id);
    expect(assignedAgentId).toBe(first.id);
    expect(desk.get(Assignments).said).toEqual([{ agentId: first.id, previousAgentId: null, version }]);
  });

  it('are told of not at all when it is back where it was', async () => {
    const { id } = await desk.ticket(customer);
    await desk.get(UpdateTicket).run(first, { ticketId: id, changes: { assigned_agent: first.id } });
    desk.get(Assignments).said.splice(0);
    await assign(id);
    expect((await desk.facts(id)).assignedAgentId).toBe(first.id);
    expect(desk.get(Assignments).said).toEqual([]);
  });
});
