import { type Body, TestTickets } from '../support/test-tickets';
import { until } from '../support/until';

const USERS = '/desk/api/accounts/users';

let desk: TestTickets;
let root: string;

beforeAll(async () => {
  desk = await TestTickets.start();
  root = await desk.desk.signIn((await desk.desk.createUser('superadmin')).email);
});

afterAll(() => desk.close());

async function heldBy(agentId: string): Promise<Body> {
  const ticket = await desk.open();
  await desk.as('manager', 'post', `${String(ticket['id'])}/assign`).send({ agent_id: agentId });
  return desk.read('manager', ticket);
}

const holder = async (ticket: Body) =>
  ((await desk.read('manager', ticket))['assigned_agent'] as { id: string } | null)?.id ?? null;

it('unassigns what a deactivated agent held, as the desk itself', async () => {
  const leaver = await desk.desk.createUser('agent');
  const ticket = await heldBy(leaver.id);
  expect(await holder(ticket)).toBe(leaver.id);
  await desk.as('manager', 'post', `${USERS}/${leaver.id}/toggle`).expect(200);
  await until(async () => (await holder(ticket)) === null);
  const last = (await desk.trail('customer', ticket)).at(-1);
  expect(last).toMatchObject({ activity_type: 'assigned', actor_name: 'system', new_value: '' });
  expect(Number((await desk.read('manager', ticket))['version'])).toBeGreaterThan(Number(ticket['version']));
});

it('unassigns what an agent held who became a customer', async () => {
  const leaver = await desk.desk.createUser('agent');
  const ticket = await heldBy(leaver.id);
  await desk.desk.http
    .patch(`${USERS}/${leaver.id}`)
    .set('Authorization', `Bearer ${root}`)
    .send({ role: 'customer' })
    .expect(200);
  await until(async () => (await holder(ticket)) === null);
});
