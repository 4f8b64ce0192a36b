import { AsyncResource } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';

import { Users } from '@desk/domains/accounts/store/users';
import { type PersonActor, SYSTEM } from '@desk/platform/security';

import { TestRules } from '../../../../test/support/test-rules';
import { Tickets } from '../store/tickets';
import { AssignTicket } from './assign-ticket';
import { ReleaseTickets } from './release-tickets';
import { UpdateTicket } from './update-ticket';

/** How long the first waits for the second, which on SQLite, and with the row held, waits for the first. */
const WAIT_MS = 700;

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

/** `second` begins when `first` has judged and is about to write. */
async function meanwhile(
  store: { save(entity: never): Promise<void> },
  first: () => Promise<unknown>,
  second: () => Promise<unknown>,
): Promise<void> {
  const save = store.save.bind(store) as (entity: unknown) => Promise<void>;
  // In a unit of work of its own, not in the first one's.
  const apart = AsyncResource.bind(second);
  let later: Promise<unknown> = Promise.resolve();
  jest.spyOn(store, 'save').mockImplementationOnce(async (entity: unknown) => {
    later = apart();
    await Promise.race([later, pause(WAIT_MS)]);
    await save(entity);
  });
  await first();
  await later;
}

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
  await meanwhile(desk.get(Users), leave, () => run().catch((error: unknown) => (refusal = error)));
  expect(refusal).toMatchObject({ code: 'invalid', details: { errors: [{ code: 'unknown_agent' }] } });
  expect(await holderOf(id)).toBeNull();
});
