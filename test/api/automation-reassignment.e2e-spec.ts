import { type Body, TestTickets } from '../support/test-tickets';
import { until } from '../support/until';

let desk: TestTickets;

beforeAll(async () => {
  desk = await TestTickets.start();
});

afterAll(() => desk.close());

const noticesOf = (userId: string, ticket: Body) =>
  desk.rows<{ notification_type: string }>(
    'SELECT notification_type FROM jrd_notifications WHERE user_id = ? AND ticket_id = ?',
    [userId, ticket['id']],
  );

it('whoever has a ticket after rules moved it on and back is told once, whoever lost it again not at all', async () => {
  const { agent } = desk.people;
  const second = await desk.desk.createUser('agent');
  for (const rule of [
    { trigger_event: 'ticket_updated', conditions: { priority: 'urgent' }, agent_id: second.id },
    { trigger_event: 'ticket_assigned', conditions: { assigned_agent: second.id }, agent_id: agent.id },
  ]) {
    const { agent_id, ...rest } = rule;
    await desk
      .as('manager', 'post', '/desk/api/automation/rules')
      .send({ ...rest, name: rest.trigger_event, action_type: 'assign_agent', action_params: { agent_id } })
      .expect(201);
  }
  const ticket = await desk.open();
  const changed = await desk
    .as('manager', 'patch', String(ticket['id']))
    .send({ assigned_agent: agent.id, priority: 'urgent' })
    .expect(200);
  expect(changed.body).toMatchObject({ assigned_agent: { id: agent.id } });
  await until(async () => (await noticesOf(agent.id, ticket)).length > 0);
  for (const waiting of ['outbox', 'jobs']) {
    await until(async () => (await desk.rows(`SELECT id FROM ${waiting}`)).length === 0);
  }
  expect(await noticesOf(agent.id, ticket)).toEqual([{ notification_type: 'ticket_assigned' }]);
  expect(await noticesOf(second.id, ticket)).toEqual([]);
});
