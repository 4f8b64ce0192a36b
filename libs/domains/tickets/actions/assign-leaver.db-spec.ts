import { type PersonActor, SYSTEM } from '@desk/platform/security';

import { meanwhile } from '../../../../test/support/meanwhile';
import { TestRules } from '../../../../test/support/test-rules';
import { Tickets } from '../store/tickets';
import { AssignTicket } from './assign-ticket';
import { ReleaseTickets } from './release-tickets';
import { UpdateTicket } from './update-ticket';

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

const assign = (ticketId: number) => desk.get(AssignTicket).run(other, { ticketId, agentId: leaver.id });
const update = (ticketId: number, changes: { status?: 'open' | 'resolved'; assigned_agent?: string }) =>
  desk.get(UpdateTicket).run(other, { ticketId, changes });
/** Their tickets are taken as soon as that is committed. */
const leave = async () => {
  await desk.deactivate(leaver);
  await desk.get(ReleaseTickets).run(SYSTEM, { userId: leaver.id });
};
const holderOf = async (ticketId: number) => (await desk.facts(ticketId)).assignedAgentId;

const ACTS = {
  assigned: async (id: number) => () => assign(id),
  edited: async (id: number) => () => update(id, { assigned_agent: leaver.id }),
  reopened: async (id: number) => {
    await assign(id);
    await update(id, { status: 'resolved' });
    return () => update(id, { status: 'open' });
  },
};

it.each(Object.keys(ACTS) as (keyof typeof ACTS)[])(
  'leaves no ticket with somebody who leaves while it is %s',
  async (act) => {
    const { id } = await desk.ticket(customer);
    const run = await ACTS[act](id);
    await meanwhile(desk.get(Tickets), run, leave);
    expect(await holderOf(id)).toBeNull();
  },
);

it.each(['assigned', 'edited'] as const)('refuses to have one %s while they are leaving', async (act) => {
  const { id } = await desk.ticket(customer);
  const run = await ACTS[act](id);
  let refusal: unknown;
  await meanwhile(desk.users, leave, () => run().catch((error: unknown) => (refusal = error)));
  expect(refusal).toMatchObject({ code: 'invalid', details: { errors: [{ code: 'unknown_agent' }] } });
  expect(await holderOf(id)).toBeNull();
});
