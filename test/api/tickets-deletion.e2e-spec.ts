import { type Body, TestTickets, TICKETS, type Verb } from '../support/test-tickets';

let tickets: TestTickets;

beforeAll(async () => {
  tickets = await TestTickets.start();
});

afterAll(() => tickets.close());

const count = async (query = '') => {
  const { body } = await tickets.as('manager', 'get', `${TICKETS}${query}`).expect(200);
  return (body as { count: number }).count;
};

describe('PUT', () => {
  it('changes like PATCH once the required fields are there', async () => {
    const ticket = await tickets.open();
    const id = String(ticket['id']);
    const refused = await tickets.as('agent', 'put', id).send({ title: 'Only a title' }).expect(400);
    expect(refused.body).toMatchObject({ errors: [{ field: 'description', code: 'required' }] });
    const body = { title: 'Another title', description: 'Another text', priority: 'high' };
    const answer = await tickets.as('agent', 'put', id).send(body).expect(200);
    expect(answer.body).toMatchObject({ ...body, status: 'open' });
  });

  it('takes of a customer the status only', async () => {
    const id = String((await tickets.open())['id']);
    const whole = { title: 'a', description: 'b', status: 'closed' };
    const refused = await tickets.as('customer', 'put', id).send(whole).expect(403);
    expect(refused.body).toMatchObject({ errors: [{ field: 'title' }] });
    const empty = await tickets.as('customer', 'put', id).send({}).expect(400);
    expect(empty.body).toMatchObject({ errors: [{ field: 'status', code: 'required' }] });
    const closed = await tickets.as('customer', 'put', id).send({ status: 'closed' }).expect(200);
    expect(closed.body).toMatchObject({ status: 'closed', title: 'The printer is on fire' });
  });
});

describe('DELETE', () => {
  it.each(['agent', 'customer'] as const)('is not for %s', async (who) => {
    const ticket = await tickets.open();
    await tickets.as(who, 'delete', String(ticket['id'])).expect(403);
    await tickets.read('customer', ticket);
  });

  it('refuses a stale version with the ticket as it is', async () => {
    const ticket = await tickets.open();
    await tickets.as('agent', 'patch', String(ticket['id'])).send({ priority: 'high' }).expect(200);
    const stale = await tickets
      .as('manager', 'delete', String(ticket['id']))
      .set('If-Match', '"1"')
      .expect(412);
    expect(stale.body).toMatchObject({ current: { priority: 'high' } });
  });

  it('leaves nothing of the ticket for anybody to see', async () => {
    const before = await count();
    const answer = await tickets
      .as('customer', 'post', TICKETS)
      .field('title', 'Xylophone')
      .field('description', 'Out of tune')
      .attach('files', Buffer.from('notes'), 'notes.txt')
      .expect(201);
    const ticket = answer.body as Body;
    const [id, reference] = [String(ticket['id']), String(ticket['ticket_id'])];
    const [file] = await tickets.list('agent', `${id}/attachments`);
    const download = `/desk/api/tickets/attachments/${String(file?.['id'])}/download`;
    const stats = async () => (await tickets.as('manager', 'get', 'stats').expect(200)).body as Body;
    const counted = await stats();
    expect(await count('?search=xylophone')).toBe(1);

    await tickets.as('manager', 'delete', id).expect(204);

    expect(await count()).toBe(before);
    expect(await count('?search=xylophone')).toBe(0);
    expect(await count(`?ticket_id=${reference}`)).toBe(0);
    expect(await stats()).toEqual({
      ...counted,
      open: Number(counted['open']) - 1,
      total: Number(counted['total']) - 1,
    });
    const asked: [Verb, string, Body?][] = [
      ['get', id],
      ['get', reference],
      ['get', `${id}/comments`],
      ['get', `${id}/activities`],
      ['get', `${id}/attachments`],
      ['get', download],
      ['patch', id, { priority: 'low' }],
      ['put', id, { title: 'a', description: 'b' }],
      ['post', `${id}/comment`, { content: 'hello' }],
      ['post', `${id}/assign`, { agent_id: 'me' }],
      ['post', `${id}/escalate`, {}],
      ['delete', id],
    ];
    for (const [verb, path, body] of asked) {
      const { status } = await tickets.as('manager', verb, path).send(body);
      expect({ verb, path, status }).toEqual({ verb, path, status: 404 });
    }
    await tickets.as('customer', 'get', id).expect(404);
    await tickets.as('customer', 'post', `${id}/rate`).send({ rating: 5 }).expect(404);
  });

  it('stops the clocks and names the ticket no more beside its breaches and notices', async () => {
    await tickets
      .as('manager', 'post', '/desk/api/sla/policies')
      .send({ name: 'Urgent', priority: 'urgent', response_time_hours: 1, resolution_time_hours: 8 })
      .expect(201);
    const ticket = await tickets.open({ priority: 'urgent' });
    await tickets.as('manager', 'delete', String(ticket['id'])).expect(204);
    const states = await tickets.rows('SELECT state FROM jrd_sla_clocks WHERE ticket_id = ?', [ticket['id']]);
    expect(states).toEqual([{ state: 'paused' }, { state: 'paused' }]);
    const { body } = await tickets.as('manager', 'get', '/desk/api/notifications/?page_size=100').expect(200);
    const named = (body as { results: { ticket: Body | null }[] }).results.map((one) => one.ticket?.['id']);
    expect(named).not.toContain(ticket['id']);
  });
});
