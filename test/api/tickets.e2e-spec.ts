import { createTestDesk, type TestDesk, type TestPerson } from '../support/test-desk';

type Verb = 'get' | 'post' | 'patch';
type Body = Record<string, unknown>;

const TICKETS = '/desk/api/tickets/tickets';

let desk: TestDesk;
let customer: TestPerson;
let agent: TestPerson;
const access = new Map<string, string>();

beforeAll(async () => {
  desk = await createTestDesk();
  customer = await desk.createUser('customer');
  agent = await desk.createUser('agent');
  const people = {
    customer,
    agent,
    stranger: await desk.createUser('customer'),
    manager: await desk.createUser('manager'),
  };
  for (const [name, person] of Object.entries(people)) access.set(name, await desk.signIn(person.email));
  await as('manager', 'post', '/desk/api/sla/policies')
    .send({ name: 'Urgent', priority: 'urgent', response_time_hours: 1, resolution_time_hours: 8 })
    .expect(201);
  const rule = { trigger_event: 'ticket_created', conditions: { priority: 'urgent' }, priority_order: 1 };
  await as('manager', 'post', '/desk/api/automation/rules')
    .send({
      ...rule,
      name: 'To the agent',
      action_type: 'assign_agent',
      action_params: { agent_id: agent.id },
    })
    .expect(201);
  await as('manager', 'post', '/desk/api/automation/rules')
    .send({ ...rule, name: 'Tag', action_type: 'add_tag', action_params: { tag: 'hot' } })
    .expect(201);
});

afterAll(() => desk.close());

function as(name: string, verb: Verb, path: string) {
  return desk.http[verb](path).set('Authorization', `Bearer ${access.get(name) ?? ''}`);
}

async function openTicket(changes: Body = {}, by = 'customer'): Promise<Body> {
  const sent = { title: 'The printer is on fire', description: 'Please help', ...changes };
  return (await as(by, 'post', TICKETS).send(sent).expect(201)).body as Body;
}

const comment = (by: string, ticket: Body, body: Body) =>
  as(by, 'post', `${TICKETS}/${String(ticket['ticket_id'])}/comment`).send(body);

describe('the main job', () => {
  it('should show deadlines and what rules did in the answer to the creating POST', async () => {
    const ticket = await openTicket({ priority: 'urgent' });
    expect(ticket['ticket_id']).toMatch(/^JRD-[A-Z0-9]{6}$/);
    expect(ticket['assigned_agent']).toMatchObject({ id: agent.id });
    expect(ticket['tags']).toEqual([expect.objectContaining({ name: 'hot' })]);
    expect(ticket['sla_response_deadline']).toEqual(expect.any(String));
    expect(ticket['sla_resolution_deadline']).toEqual(expect.any(String));
  });

  it('should leave a new ticket to whom staff have chosen, whatever a rule says', async () => {
    const chosen = await desk.createUser('agent');
    const asked = { priority: 'urgent', customer: customer.id, source: 'phone', assigned_agent: chosen.id };
    const ticket = await openTicket(asked, 'agent');
    expect(ticket).toMatchObject({ source: 'phone', customer: { id: customer.id } });
    expect(ticket['assigned_agent']).toMatchObject({ id: chosen.id });
  });

  it('should say who opened a ticket, to its customer as well', async () => {
    const ticket = await openTicket({ customer: customer.id, source: 'phone' }, 'agent');
    expect(ticket['created_by']).toMatchObject({ id: agent.id });
    const { body } = await as('customer', 'get', `${TICKETS}/${String(ticket['ticket_id'])}`).expect(200);
    expect(body).toMatchObject({ created_by: { id: agent.id }, customer: { id: customer.id } });
    expect(await openTicket()).toMatchObject({ created_by: { id: customer.id } });
  });

  it('should take a ticket from the question to the customer seeing the answer, never the note', async () => {
    const ticket = await openTicket();
    await comment('agent', ticket, { content: 'secret marker', comment_type: 'internal_note' }).expect(201);
    await comment('agent', ticket, { content: 'Use water' }).expect(201);
    const seen = await as('customer', 'get', `${TICKETS}/${String(ticket['id'])}/comments`).expect(200);
    expect((seen.body as { results: Body[] }).results.map((one) => one['content'])).toEqual(['Use water']);
    expect(JSON.stringify((await as('customer', 'get', `${TICKETS}?search=secret`)).body)).toContain(
      '"count":0',
    );
    expect(JSON.stringify((await as('agent', 'get', `${TICKETS}?search=secret`)).body)).toContain(
      '"count":1',
    );
  });

  it('should find an edited ticket by what it says now, and no more by what it said before', async () => {
    const ticket = await openTicket({ title: 'Quetzal', description: 'Quokka' });
    await comment('customer', ticket, { content: 'Wombat' }).expect(201);
    await comment('agent', ticket, { content: 'Numbat', comment_type: 'internal_note' }).expect(201);
    const edit = { title: 'Axolotl', description: '<p>Okapi</p>' };
    await as('agent', 'patch', `${TICKETS}/${String(ticket['id'])}`)
      .send(edit)
      .expect(200);
    const found = async (by: string, word: string) =>
      ((await as(by, 'get', `${TICKETS}?search=${word}`).expect(200)).body as Body)['count'];
    for (const word of ['axolotl', 'okapi', 'wombat', String(ticket['ticket_id'])]) {
      expect([word, await found('customer', word)]).toEqual([word, 1]);
    }
    for (const word of ['quetzal', 'quokka']) expect([word, await found('agent', word)]).toEqual([word, 0]);
    expect([await found('agent', 'numbat'), await found('customer', 'numbat')]).toEqual([1, 0]);
  });

  it('should let a customer reply reopen a resolved ticket', async () => {
    const ticket = await openTicket();
    const path = `${TICKETS}/${String(ticket['id'])}`;
    await as('agent', 'patch', path).send({ status: 'resolved' }).expect(200);
    await comment('customer', ticket, { content: 'Still burning' }).expect(201);
    expect((await as('customer', 'get', path)).body).toMatchObject({ status: 'open', resolved_at: null });
  });

  it('should carry a file to whoever may see the ticket and to nobody else', async () => {
    const answer = await as('customer', 'post', TICKETS)
      .field('title', 'With a file')
      .field('description', 'See it')
      .attach('files', Buffer.from('hello'), '../../etc/note.txt')
      .expect(201);
    const path = `${TICKETS}/${String((answer.body as Body)['id'])}/attachments`;
    const { results } = (await as('agent', 'get', path).expect(200)).body as { results: Body[] };
    const [file] = results;
    expect(file).toMatchObject({ filename: 'note.txt', file_size: 5, content_type: 'text/plain' });
    const download = `/desk/api/tickets/attachments/${String(file?.['id'])}/download`;
    const got = await as('customer', 'get', download).expect(200);
    expect(got.headers['content-disposition']).toContain('attachment');
    await as('stranger', 'get', download).expect(404);
  });
});

describe('versions', () => {
  it('should not move anything for the customer when a note is written', async () => {
    const ticket = await openTicket();
    const path = `${TICKETS}/${String(ticket['id'])}`;
    const before = await as('customer', 'get', path);
    await comment('agent', ticket, { content: 'between us', comment_type: 'internal_note' }).expect(201);
    const after = await as('customer', 'get', path);
    expect(after.headers['etag']).toBe(before.headers['etag']);
    expect(after.body).toEqual(before.body);
  });

  it('should refuse a stale If-Match with the current ticket', async () => {
    const ticket = await openTicket();
    const path = `${TICKETS}/${String(ticket['id'])}`;
    await as('agent', 'patch', path).send({ priority: 'high' }).expect(200);
    const stale = await as('agent', 'patch', path)
      .set('If-Match', '"1"')
      .send({ priority: 'low' })
      .expect(412);
    expect(stale.body).toMatchObject({ status: 412, current: { priority: 'high' } });
  });

  it('should compare If-Match as RFC 9110 says: one of several, strongly, or whatever is there', async () => {
    const path = `${TICKETS}/${String((await openTicket())['id'])}`;
    const patch = async (tags: string) => {
      const answer = await as('agent', 'patch', path).set('If-Match', tags).send({ priority: 'high' });
      return answer.status;
    };
    const { etag } = (await as('agent', 'get', path)).headers;
    expect(await patch(`"987", ${String(etag)}`)).toBe(200);
    const { etag: next } = (await as('agent', 'get', path)).headers;
    expect([await patch(`W/${String(next)}`), await patch('"987", "988"'), await patch('"other"')]).toEqual([
      412, 412, 412,
    ]);
    expect(await patch('*')).toBe(200);
    expect(await patch('987')).toBe(400);
    expect((await as('agent', 'patch', `${TICKETS}/987654`).set('If-Match', '*').send({})).status).toBe(404);
  });

  it.each([
    ['assign', 'agent', { agent_id: 'me' }],
    ['escalate', 'agent', {}],
    ['comment', 'agent', { content: 'Too late' }],
    ['comment', 'customer', { content: 'Too late' }],
    ['rate', 'customer', { rating: 5 }],
  ] as const)('should refuse to %s for the %s who sends a stale If-Match', async (act, who, body) => {
    const ticket = await openTicket();
    const path = `${TICKETS}/${String(ticket['id'])}`;
    await as('agent', 'patch', path).send({ status: 'resolved' }).expect(200);
    const before = await as('agent', 'get', path);
    const stale = await as(who, 'post', `${path}/${act}`).set('If-Match', '"1"').send(body).expect(412);
    expect(stale.body).toMatchObject({ status: 412, current: { status: 'resolved' } });
    expect((await as('agent', 'get', path)).body).toEqual(before.body);
    const { etag } = (await as(who, 'get', path)).headers;
    await as(who, 'post', `${path}/${act}`).set('If-Match', String(etag)).send(body).expect(201);
  });
});

describe('who may', () => {
  it('should hide a foreign ticket as if it were not there', async () => {
    const ticket = await openTicket();
    await as('stranger', 'get', `${TICKETS}/${String(ticket['id'])}`).expect(404);
    await comment('stranger', ticket, { content: 'hi' }).expect(404);
    expect((await as('stranger', 'get', TICKETS)).body).toMatchObject({ count: 0 });
  });

  it.each(['priority', 'title', 'assigned_agent', 'category'])(
    'should not let a customer change %s',
    async (field) => {
      const ticket = await openTicket();
      const value = { priority: 'urgent', title: 'x', assigned_agent: null, category: null }[field];
      const refused = await as('customer', 'patch', `${TICKETS}/${String(ticket['id'])}`)
        .send({ [field]: value })
        .expect(403);
      expect(refused.body).toMatchObject({ errors: [{ field }] });
    },
  );

  it.each(['agent', 'customer'])('should not let %s write in the name of the desk', async (name) => {
    const ticket = await openTicket();
    const refused = await comment(name, ticket, { content: 'I am the desk', comment_type: 'system' }).expect(
      403,
    );
    expect(refused.body).toMatchObject({ errors: [{ field: 'comment_type' }] });
  });

  it('should keep links from passing on the desk as their referrer', async () => {
    const ticket = await openTicket();
    const content = '<a href="https://example.com" onclick="alert(1)">here</a>';
    const answer = await comment('agent', ticket, { content }).expect(201);
    const shown = String((answer.body as Body)['content']);
    expect(shown).toContain('rel="noopener noreferrer nofollow"');
    expect(shown).not.toContain('onclick');
  });

  it('should name an unknown field', async () => {
    const refused = await as('customer', 'post', TICKETS)
      .send({ title: 'a', description: 'b', sla_policy: 1 })
      .expect(400);
    expect(refused.body).toMatchObject({ errors: [{ field: 'sla_policy', code: 'unknown_field' }] });
  });
});

describe('claims', () => {
  it('should give an unheld ticket to exactly one of many', async () => {
    const ticket = await openTicket();
    const path = `${TICKETS}/${String(ticket['id'])}/assign`;
    const names = ['agent', 'manager', 'agent', 'manager', 'agent', 'manager'];
    const answers = await Promise.all(names.map((name) => as(name, 'post', path).send({ agent_id: 'me' })));
    const winners = new Set(names.filter((_, index) => answers[index]?.status === 201));
    expect(winners.size).toBe(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(3);
  });

  it('should stop escalating at level 3', async () => {
    const ticket = await openTicket();
    const path = `${TICKETS}/${String(ticket['id'])}/escalate`;
    for (const level of [1, 2, 3]) {
      expect((await as('agent', 'post', path).send({}).expect(201)).body).toMatchObject({
        escalation_level: level,
      });
    }
    await as('agent', 'post', path).send({}).expect(409);
  });

  it('should keep the reason of an escalation by itself, whatever is in it', async () => {
    const path = `${TICKETS}/${String((await openTicket())['id'])}`;
    await as('agent', 'post', `${path}/escalate`).send({ reason: 'press: urgent' }).expect(201);
    await as('agent', 'post', `${path}/escalate`).send({}).expect(201);
    const { body } = await as('agent', 'get', `${path}/activities?activity_type=escalated`).expect(200);
    expect(body.results).toEqual([
      expect.objectContaining({ new_value: '1', reason: 'press: urgent' }),
      expect.objectContaining({ new_value: '2', reason: '' }),
    ]);
  });
});

describe('lists and repeats', () => {
  it('should walk all tickets by cursor without loss or repeat', async () => {
    const first = (await as('agent', 'get', `${TICKETS}?page_size=2&cursor=`).expect(200)).body as Body;
    const seen = new Set((first['results'] as Body[]).map((row) => row['id']));
    let next = first['next'] as string | null;
    while (next !== null) {
      const page = (await as('agent', 'get', next).expect(200)).body as Body;
      for (const row of page['results'] as Body[]) {
        expect(seen.has(row['id'])).toBe(false);
        seen.add(row['id']);
      }
      next = page['next'] as string | null;
    }
    expect(seen.size).toBe(first['count']);
  });

  it('should answer a repeated Idempotency-Key with the first ticket', async () => {
    const send = (title: string) =>
      as('customer', 'post', TICKETS).set('Idempotency-Key', 'k-1').send({ title, description: 'once' });
    const first = await send('Once').expect(201);
    expect((await send('Once').expect(201)).body).toEqual(first.body);
    await send('Other').expect(409);
  });
});
