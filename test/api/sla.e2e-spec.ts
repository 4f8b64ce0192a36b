import type { Role } from '@desk/contracts';
import { CheckBreaches } from '@desk/domains/sla';
import { CreateTicket } from '@desk/domains/tickets';
import { Clock } from '@desk/platform/clock';
import { SYSTEM } from '@desk/platform/security';

import { actorOf } from '../support/test-accounts';
import { createTestDesk, type TestDesk, type TestPerson } from '../support/test-desk';

type Verb = 'get' | 'post' | 'put' | 'patch' | 'delete';

const POLICIES = '/desk/api/sla/policies';
const BREACHES = '/desk/api/sla/breaches';
const URGENT = { name: 'Urgent', priority: 'urgent', response_time_hours: 1, resolution_time_hours: 12 };

let desk: TestDesk;
let customer: TestPerson;
const access = new Map<Role, string>();

beforeAll(async () => {
  desk = await createTestDesk({ roles: ['http'] });
  customer = await desk.createUser('customer');
  access.set('customer', await desk.signIn(customer.email));
  for (const role of ['manager', 'agent'] as const) {
    access.set(role, await desk.signIn((await desk.createUser(role)).email));
  }
});

afterAll(() => desk.close());

const as = (role: Role, verb: Verb, path: string) =>
  desk.http[verb](path).set('Authorization', `Bearer ${access.get(role) ?? ''}`);

async function createPolicy(changes: object = {}): Promise<number> {
  const { body } = await as('manager', 'post', POLICIES)
    .send({ ...URGENT, ...changes })
    .expect(201);
  return (body as { id: number }).id;
}

async function createTicket(): Promise<number> {
  return desk.get(CreateTicket).run(actorOf(customer), {
    title: 'The brake squeals',
    description: 'Since yesterday.',
    priority: 'urgent',
    source: 'web',
    category: null,
    customer: customer.id,
    dueDate: null,
    tags: [],
    uploadIds: [],
  });
}

function inAnHour(): jest.SpyInstance {
  const clock = desk.get(Clock);
  const real = clock.present.bind(clock);
  return jest.spyOn(clock, 'present').mockImplementation(() => new Date(real().getTime() + 61 * 60_000));
}

describe('policies', () => {
  it('are created, read, changed and removed', async () => {
    const id = await createPolicy({ priority: 'low' });
    const one = `${POLICIES}/${id}/`;
    const created = {
      ...URGENT,
      id,
      priority: 'low',
      description: '',
      escalation_time_hours: 0,
      is_active: true,
    };
    expect((await as('agent', 'get', one).expect(200)).body).toMatchObject(created);

    const patched = await as('manager', 'patch', one).send({ escalation_time_hours: 2 }).expect(200);
    expect(patched.body).toMatchObject({ ...created, escalation_time_hours: 2 });
    const put = await as('manager', 'put', one)
      .send({ ...URGENT, priority: 'low', name: 'Slow' })
      .expect(200);
    expect(put.body).toMatchObject({ name: 'Slow', escalation_time_hours: 2 });

    await as('manager', 'delete', one).expect(204);
    await as('manager', 'get', one).expect(404);
    await as('manager', 'delete', one).expect(404);
  });

  it('are read by staff and written by managers', async () => {
    const id = await createPolicy({ priority: 'medium' });
    for (const path of [POLICIES, `${POLICIES}/${id}`, `${POLICIES}/stats`, BREACHES]) {
      await as('agent', 'get', path).expect(200);
      await as('customer', 'get', path).expect(403);
      await desk.http.get(path).expect(401);
    }
    await as('agent', 'post', POLICIES).send(URGENT).expect(403);
    await as('agent', 'patch', `${POLICIES}/${id}`).send({ name: 'Mine' }).expect(403);
    await as('agent', 'delete', `${POLICIES}/${id}`).expect(403);
  });

  it.each([
    [{ name: '' }, 'name', 'too_short'],
    [{ name: 'x'.repeat(101) }, 'name', 'too_long'],
    [{ priority: 'asap' }, 'priority', 'not_allowed'],
    [{ response_time_hours: 0 }, 'response_time_hours', 'too_small'],
    [{ resolution_time_hours: '12' }, 'resolution_time_hours', 'wrong_type'],
    [{ escalation_time_hours: 1e9 }, 'escalation_time_hours', 'too_large'],
    [{ created_at: 'now' }, 'created_at', 'unknown_field'],
  ])('refuse %j', async (changes, field, code) => {
    const before = await as('agent', 'get', POLICIES);
    const { body } = await as('manager', 'post', POLICIES)
      .send({ ...URGENT, ...changes })
      .expect(400);
    expect((body as { errors: unknown[] }).errors).toEqual([expect.objectContaining({ field, code })]);
    expect((await as('agent', 'get', POLICIES)).body).toEqual(before.body);
  });

  it('need their required fields in a PUT', async () => {
    const id = await createPolicy({ priority: 'medium' });
    await as('manager', 'put', `${POLICIES}/${id}`).send({ name: 'Half' }).expect(400);
  });

  it('are listed by filter, search, order, page and cursor', async () => {
    await createPolicy({ name: 'Alpine', priority: 'high', is_active: false });
    await createPolicy({ name: 'Beach', priority: 'high', is_active: false });
    const names = async (query: string) => {
      const { body } = await as('agent', 'get', `${POLICIES}/?priority=high&is_active=false&${query}`).expect(
        200,
      );
      return (body as { results: { name: string }[] }).results.map((policy) => policy.name);
    };
    expect(await names('ordering=-name')).toEqual(['Beach', 'Alpine']);
    expect(await names('search=ALPI')).toEqual(['Alpine']);
    expect(await names('page=2&page_size=1')).toEqual(['Beach']);

    const first = await as('agent', 'get', `${POLICIES}/?priority=high&is_active=false&page_size=1&cursor=`);
    expect(first.body).toMatchObject({ count: 2, results: [{ name: 'Alpine' }] });
    const next = (first.body as { next: string }).next;
    expect((await as('agent', 'get', next).expect(200)).body).toMatchObject({
      next: null,
      results: [{ name: 'Beach' }],
    });

    for (const query of ['ordering=secret', 'priority=asap', 'colour=red', 'page=0', 'cursor=nonsense']) {
      await as('agent', 'get', `${POLICIES}/?${query}`).expect(400);
    }
  });
});

describe('breaches', () => {
  it('are on record at the deadline, listed with their ticket, and counted', async () => {
    const policy = await createPolicy();
    const ticket = await createTicket();
    const later = inAnHour();
    expect(await desk.get(CheckBreaches).run(SYSTEM)).toEqual({ breaches: 1 });
    later.mockRestore();

    const { body } = await as(
      'agent',
      'get',
      `${BREACHES}/?breach_type=response&notified=false&ticket=${ticket}`,
    );
    expect(body).toMatchObject({
      count: 1,
      results: [
        {
          ticket: { id: ticket, ticket_id: expect.stringMatching(/^JRD-/), title: 'The brake squeals' },
          policy: { id: policy, name: 'Urgent' },
          breach_type: 'response',
          notified: false,
        },
      ],
    });
    const [breach] = (body as { results: { deadline: string; breached_at: string; detected_at: string }[] })
      .results;
    expect(breach?.breached_at).toBe(breach?.deadline);
    expect(Date.parse(breach?.detected_at ?? '')).toBeGreaterThan(Date.parse(breach?.breached_at ?? ''));

    for (const query of ['notified=true', 'breach_type=resolution', `ticket=${ticket + 1}`, 'policy=999']) {
      expect((await as('agent', 'get', `${BREACHES}/?${query}`).expect(200)).body).toMatchObject({
        count: 0,
      });
    }
    await as('agent', 'get', `${BREACHES}/?breach_type=coffee`).expect(400);

    expect((await as('agent', 'get', `${POLICIES}/stats/`).expect(200)).body).toEqual({
      total: 1,
      response: { total: 1, met: 0, breached: 1, open: 0, rate: 0 },
      resolution: { total: 1, met: 0, breached: 0, open: 1, rate: null },
    });
  });

  it('are what a ticket says of itself, also when it was closed without an answer', async () => {
    const [inTime, late, open] = [await createTicket(), await createTicket(), await createTicket()];
    const ticket = (id: number) => `/desk/api/tickets/tickets/${id}`;
    await as('agent', 'patch', ticket(inTime)).send({ status: 'closed' }).expect(200);
    const later = inAnHour();
    await as('agent', 'patch', ticket(late)).send({ status: 'closed' }).expect(200);
    await desk.get(CheckBreaches).run(SYSTEM);
    for (const [id, breaches] of [
      [inTime, 0],
      [late, 1],
      [open, 1],
    ] as const) {
      const said = (await as('agent', 'get', ticket(id)).expect(200)).body as Record<string, unknown>;
      const recorded = (await as('agent', 'get', `${BREACHES}/?ticket=${id}`).expect(200)).body as object;
      expect([id, said['sla_response_breached']]).toEqual([id, breaches === 1]);
      expect(recorded).toMatchObject({ count: breaches });
    }
    later.mockRestore();
  });

  it('hold their policy: it is switched off, not removed', async () => {
    const { body } = await as('agent', 'get', `${POLICIES}/?search=Urgent&priority=urgent`);
    const [policy] = (body as { results: { id: number }[] }).results;
    const refused = await as('manager', 'delete', `${POLICIES}/${policy?.id ?? 0}`).expect(409);
    expect(refused.body).toMatchObject({ code: 'policy_in_use' });
    await as('manager', 'patch', `${POLICIES}/${policy?.id ?? 0}`)
      .send({ is_active: false })
      .expect(200);
  });
});
