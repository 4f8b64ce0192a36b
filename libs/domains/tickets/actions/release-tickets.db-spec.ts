import { type PersonActor, SYSTEM } from '@desk/platform/security';

import { TestRules } from '../../../../test/support/test-rules';
import { AssignTicket } from './assign-ticket';
import { ReleaseTickets } from './release-tickets';
import { UpdateTicket } from './update-ticket';

/** More than one transaction's worth. */
const MANY = 43;

let desk: TestRules;
let customer: PersonActor;
let leaver: PersonActor;
let other: PersonActor;

beforeEach(async () => {
  desk = await TestRules.start();
  customer = await desk.person('customer');
  leaver = await desk.person('agent');
  other = await desk.person('agent');
});

afterEach(() => desk.stop());

async function held(by: PersonActor): Promise<number> {
  const { id: ticketId } = await desk.ticket(customer);
  await desk.get(AssignTicket).run(SYSTEM, { ticketId, agentId: by.id });
  return ticketId;
}

const release = () => desk.get(ReleaseTickets).run(SYSTEM, { userId: leaver.id });
const holderOf = async (ticketId: number) => (await desk.facts(ticketId)).assignedAgentId;
const move = (ticketId: number, status: 'open' | 'resolved') =>
  desk.get(UpdateTicket).run(other, { ticketId, changes: { status } });

it('takes every unsolved ticket of a leaver, and nothing else', async () => {
  const solved = await held(leaver);
  await move(solved, 'resolved');
  const kept = await held(other);
  const ids: number[] = [];
  while (ids.length < MANY) ids.push(await held(leaver));
  await desk.deactivate(leaver);
  expect(await release()).toBe(MANY);
  for (const id of ids) expect(await holderOf(id)).toBeNull();
  expect(await holderOf(kept)).toBe(other.id);
  expect(await holderOf(solved)).toBe(leaver.id);
  expect(await release()).toBe(0);
});

it('takes those of a member of staff who became a customer, says so in the trail and to rules', async () => {
  await desk.rule({
    trigger_event: 'ticket_updated',
    conditions: { assigned_agent: null },
    action_type: 'add_tag',
    action_params: { tag: 'unheld' },
  });
  const id = await held(leaver);
  await desk.become(leaver, 'customer');
  expect(await release()).toBe(1);
  expect((await desk.facts(id)).tags.map(({ name }) => name)).toEqual(['unheld']);
  const trail = await desk.rows(
    `SELECT actor_id, actor_name, old_value, new_value, description FROM jrd_ticket_activities
     WHERE ticket_id = ? AND activity_type = 'assigned' ORDER BY id DESC LIMIT 1`,
    [id],
  );
  expect(trail).toEqual([
    {
      actor_id: null,
      actor_name: 'system',
      old_value: leaver.name,
      new_value: '',
      description: 'Unassigned',
    },
  ]);
});

it('takes none of somebody who is on staff under another role, or again', async () => {
  const id = await held(leaver);
  await desk.become(leaver, 'manager');
  expect(await release()).toBe(0);
  await desk.deactivate(leaver);
  await desk.activate(leaver);
  expect(await release()).toBe(0);
  expect(await holderOf(id)).toBe(leaver.id);
});

it('gives a solved ticket of a leaver to nobody when it is reopened', async () => {
  const id = await held(leaver);
  const stays = await held(other);
  for (const each of [id, stays]) await move(each, 'resolved');
  await desk.deactivate(leaver);
  for (const each of [id, stays]) await move(each, 'open');
  expect(await holderOf(id)).toBeNull();
  expect(await holderOf(stays)).toBe(other.id);
});
