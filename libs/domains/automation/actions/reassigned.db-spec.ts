import { Injectable } from '@nestjs/common';

import { TicketAssigned, type TicketRef, UpdateTicket } from '@desk/domains/tickets';
import { type DeskEvent, Within } from '@desk/platform/events';
import { type PersonActor } from '@desk/platform/security';

import { TestRules } from '../../../../test/support/test-rules';

/** Who was said to have got a ticket, and in which state of it. */
@Injectable()
class Assignments {
  readonly said: { agentId: string | null; version: number }[] = [];

  @Within(TicketAssigned, { order: 90 })
  async assigned({ payload }: DeskEvent<TicketRef & { agentId: string | null }>): Promise<void> {
    this.said.push({ agentId: payload.agentId, version: payload.version });
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
  expect(desk.get(Assignments).said).toEqual([{ agentId: second.id, version }]);
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
  expect(desk.get(Assignments).said).toEqual([{ agentId: first.id, version }]);
});
