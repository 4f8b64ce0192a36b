import type { Response } from 'supertest';

import { RenewSession } from '@desk/domains/accounts/actions/renew-session';
import { Database } from '@desk/platform/database';

import { createTestDesk, PASSWORD, type TestDesk } from '../support/test-desk';
import { until } from '../support/until';

const API = '/desk/api/accounts';
/** Requests at once; an even number. */
const MANY = 50;
const ROOT = { email: 'root@velumera.example', password: PASSWORD, first_name: 'Ruth', last_name: 'Okonjo' };

let desk: TestDesk;
let root: string;

beforeAll(async () => {
  desk = await createTestDesk();
});

afterAll(() => desk.close());

const address = (role: string) => `${role}@velumera.example`;
const bearer = (access: string) => ({ Authorization: `Bearer ${access}` });
const cookieOf = (answer: Response) => answer.headers['set-cookie']?.[0] ?? '';
const valueOf = (answer: Response) => cookieOf(answer).split(';')[0] ?? '';
const fieldsOf = (answer: Response) => {
  const { errors = [] } = answer.body as { errors?: { field: string }[] };
  return errors.map((error) => error.field);
};
const idsOf = (answer: Response) =>
  (answer.body as { results: { id: string }[] }).results.map(({ id }) => id);

async function tokens(email: string, password = PASSWORD): Promise<{ access: string; refresh: string }> {
  const answer = await desk.http.post(`${API}/token/`).send({ email, password }).expect(200);
  return answer.body as { access: string; refresh: string };
}

async function createUser(role: string, email = address(role)): Promise<{ id: string; access: string }> {
  const body = { email, password: PASSWORD, first_name: 'Someone', last_name: role, role };
  const created = await desk.http.post(`${API}/users/`).set(bearer(root)).send(body).expect(201);
  return { id: created.body.id, access: (await tokens(email)).access };
}

async function liveFamilies(): Promise<string[]> {
  const statement = 'SELECT id FROM jrd_sessions WHERE revoked_at IS NULL ORDER BY id';
  return (await desk.get(Database).rows<{ id: string }>(statement)).map(({ id }) => id);
}

async function expectAll(pairs: { access: string }[], status: number): Promise<void> {
  for (const access of new Set(pairs.map((pair) => pair.access)))
    await desk.http.get(`${API}/users/me/`).set(bearer(access)).expect(status);
}

describe('the first visit', () => {
  it('finds the set-up page open, once', async () => {
    expect((await desk.http.get(`${API}/setup/`).expect(200)).body).toEqual({ open: true });
    const weak = await desk.http
      .post(`${API}/setup/`)
      .send({ ...ROOT, password: 'password123' })
      .expect(400);
    expect(fieldsOf(weak)).toEqual(['password']);
    const done = await desk.http.post(`${API}/setup`).send(ROOT).expect(201);
    expect(done.body.user).toMatchObject({
      role: 'superadmin',
      is_staff: true,
      full_name: 'Ruth Okonjo',
      initials: 'RO',
    });
    expect((await desk.http.get(`${API}/setup/`)).body).toEqual({ open: false });
    const again = await desk.http
      .post(`${API}/setup/`)
      .send({ ...ROOT, email: 'other@velumera.example' })
      .expect(409);
    expect(again.body.type).toBe('about:blank#set_up_closed');
    root = (await tokens(ROOT.email)).access;
  });
});

describe('registering', () => {
  const body = {
    email: 'New@velumera.example',
    password: PASSWORD,
    first_name: 'New',
    last_name: 'Customer',
  };

  it('makes a customer and answers no secret', async () => {
    const { body: answer } = await desk.http
      .post(`${API}/register/`)
      .send({ ...body, phone: '+91 44 1234' })
      .expect(201);
    expect(answer.user).toMatchObject({
      email: 'New@velumera.example',
      role: 'customer',
      is_active: true,
      is_staff: false,
    });
    expect(JSON.stringify(answer)).not.toMatch(/password|argon2|email_key/);
  });

  it.each([
    [{ email: 'new@VELUMERA.example' }, 409, 'email'],
    [{ email: 'nobody' }, 400, 'email'],
    [{ password: 'short' }, 400, 'password'],
    [{ password: 'new-customer-1' }, 400, 'password'],
    [{ first_name: '  ' }, 400, 'first_name'],
    [{ last_name: 'x'.repeat(151) }, 400, 'last_name'],
    [{ phone: 'call me' }, 400, 'phone'],
    [{ role: 'superadmin' }, 400, 'role'],
    [{ is_staff: true }, 400, 'is_staff'],
    [{ isActive: true }, 400, 'isActive'],
  ])('with %j is a %i that names the field', async (change, status, field) => {
    const answer = await desk.http
      .post(`${API}/register/`)
      .send({ ...body, email: 'third@velumera.example', ...change });
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(fieldsOf(answer)).toEqual([field]);
  });
});

describe('tokens', () => {
  it('are refreshed once, and a second time ends the family', async () => {
    const first = await tokens(ROOT.email);
    const second = (
      await desk.http.post(`${API}/token/refresh/`).send({ refresh: first.refresh }).expect(200)
    ).body;
    expect(Object.keys(second).sort()).toEqual(['access', 'refresh']);
    await desk.http.get(`${API}/users/me/`).set(bearer(second.access)).expect(200);
    const replay = await desk.http.post(`${API}/token/refresh/`).send({ refresh: first.refresh }).expect(401);
    expect(replay.body.type).toBe('about:blank#session_ended');
    await desk.http.post(`${API}/token/refresh/`).send({ refresh: second.refresh }).expect(401);
    await desk.http.get(`${API}/users/me/`).set(bearer(second.access)).expect(401);
  });

  it('keep one family alive when fifty requests bring one at once, and end it when it comes again', async () => {
    const { refresh } = await tokens(ROOT.email);
    const before = await liveFamilies();
    const renewSession = desk.get(RenewSession);
    const run = renewSession.run.bind(renewSession);
    // Sent at once they are; that all are there before the first is answered is up to the machine.
    let arrived = 0;
    const arrivals = jest.spyOn(renewSession, 'run').mockImplementation(async (...renewal) => {
      arrived++;
      await until(() => arrived >= MANY);
      return run(...renewal);
    });
    const renew = (token: string) => desk.http.post(`${API}/token/refresh/`).send({ refresh: token });
    const answers = await Promise.all(Array.from({ length: MANY }, () => renew(refresh).expect(200)));
    arrivals.mockRestore();
    const pairs = answers.map(({ body }) => body as { access: string; refresh: string });
    const [newest] = new Set(pairs.map((pair) => pair.refresh));
    expect(new Set(pairs.map((pair) => pair.refresh))).toEqual(new Set([newest]));
    expect(await liveFamilies()).toEqual(before);
    await expectAll(pairs, 200);
    await renew(refresh).expect(401);
    await renew(newest ?? '').expect(401);
    await expectAll(pairs, 401);
    expect(await liveFamilies()).toHaveLength(before.length - 1);
  });

  it('are refused with one answer, and an Idempotency-Key keeps none of them', async () => {
    const wrong = await desk.http
      .post(`${API}/token/`)
      .send({ email: ROOT.email, password: 'not-my-password' })
      .expect(401);
    const unknown = await desk.http
      .post(`${API}/token/`)
      .send({ email: address('nobody'), password: PASSWORD })
      .expect(401);
    const plain = ({ request_id: _, ...rest }: Record<string, unknown>) => rest;
    expect(plain(wrong.body)).toEqual(plain(unknown.body));
    const keyed = () =>
      desk.http
        .post(`${API}/token/`)
        .set({ ...bearer(root), 'Idempotency-Key': 'same' })
        .send({ email: ROOT.email, password: PASSWORD })
        .expect(200);
    const answers = await Promise.all([keyed(), keyed(), keyed()]);
    expect(new Set(answers.map((answer) => (answer.body as { refresh: string }).refresh)).size).toBe(3);
  });

  it('are held back after five failures, with the time to wait', async () => {
    const attempt = () =>
      desk.http.post(`${API}/token/`).send({ email: address('target'), password: 'some-guess' });
    for (let i = 0; i < 5; i++) await attempt().expect(401);
    const answer = await attempt().expect(429);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(20);
    expect(answer.body.type).toBe('about:blank#held');
  });
});

describe('the session of a browser', () => {
  const signIn = () => desk.http.post(`${API}/session/`).send({ email: ROOT.email, password: PASSWORD });

  it('keeps its refresh token in a cookie that no script and no other site can use', async () => {
    const answer = await signIn().expect(200);
    expect(Object.keys(answer.body).sort()).toEqual(['access', 'user']);
    expect(answer.body.user.email).toBe(ROOT.email);
    expect(answer.headers['cache-control']).toContain('no-store');
    expect(cookieOf(answer)).toMatch(
      /^desk_session=[\w.-]+; Path=\/desk; Expires=[^;]+; HttpOnly; SameSite=Strict$/,
    );
  });

  it('is renewed from the cookie, also by two tabs at once, and signed out for good', async () => {
    const cookie = valueOf(await signIn());
    const renew = (value: string) =>
      desk.http.put(`${API}/session/`).set('Cookie', `other=1; ${value}`).send({});
    const [one, two] = await Promise.all([renew(cookie).expect(200), renew(cookie).expect(200)]);
    expect(valueOf(one)).toBe(valueOf(two));
    expect(valueOf(one)).not.toBe(cookie);
    await desk.http.get(`${API}/users/me/`).set(bearer(one.body.access)).expect(200);
    const out = await desk.http.delete(`${API}/session/`).set('Cookie', valueOf(one)).expect(204);
    expect(cookieOf(out)).toMatch(/^desk_session=; Max-Age=0; Path=\/desk; HttpOnly; SameSite=Strict$/);
    await renew(valueOf(one)).expect(401);
    await desk.http.get(`${API}/users/me/`).set(bearer(one.body.access)).expect(401);
  });

  it('outlives fifty renewals from two tabs at once, and not a cookie that is two renewals old', async () => {
    const signedIn = await signIn().expect(200);
    const before = await liveFamilies();
    const renew = (value: string) => desk.http.put(`${API}/session/`).set('Cookie', value).send({});
    const tab = () => Array.from({ length: MANY / 2 }, () => renew(valueOf(signedIn)).expect(200));
    const answers = await Promise.all([...tab(), ...tab()]);
    const [newest = '', ...more] = new Set(answers.map(valueOf));
    expect(more).toEqual([]);
    expect(await liveFamilies()).toEqual(before);
    const pairs = answers.map(({ body }) => body as { access: string });
    await expectAll(pairs, 200);
    const next = await renew(newest).expect(200);
    expect(await liveFamilies()).toEqual(before);
    await renew(valueOf(signedIn)).expect(401);
    await renew(valueOf(next)).expect(401);
    await expectAll(pairs, 401);
    expect(await liveFamilies()).toHaveLength(before.length - 1);
  });

  it('ends without any session as well', async () => {
    await desk.http.delete(`${API}/session/`).expect(204);
    await desk.http.put(`${API}/session/`).send({}).expect(401);
  });

  it.each([
    [{ Origin: 'https://evil.example' }, 403],
    [{ Origin: 'null' }, 403],
    [{ 'Sec-Fetch-Site': 'cross-site' }, 403],
    [{ 'Sec-Fetch-Site': 'same-site', Origin: 'http://localhost:8000' }, 403],
    [{ 'Sec-Fetch-Site': 'same-origin' }, 200],
    [{ Origin: 'http://localhost:8000' }, 200],
  ])('asked for with %j is a %i', async (headers, status) => {
    const cookie = valueOf(await signIn());
    await desk.http.put(`${API}/session/`).set('Cookie', cookie).set(headers).send({}).expect(status);
    expect((await signIn().set(headers)).status).toBe(status);
  });

  it('is never a way in by its cookie alone, nor by any token in the place of another', async () => {
    const answer = await signIn();
    const refresh = valueOf(answer).replace('desk_session=', '');
    const bearers = await tokens(ROOT.email);
    await desk.http.get(`${API}/users/me/`).set('Cookie', valueOf(answer)).expect(401);
    for (const token of [refresh, bearers.refresh])
      await desk.http.get(`${API}/users/me/`).set(bearer(token)).expect(401);
    for (const token of [refresh, answer.body.access as string, bearers.access])
      await desk.http.post(`${API}/token/refresh/`).send({ refresh: token }).expect(401);
    for (const token of [answer.body.access as string, bearers.access, bearers.refresh]) {
      await desk.http.put(`${API}/session/`).set('Cookie', `desk_session=${token}`).send({}).expect(401);
    }
    await desk.http.put(`${API}/session/`).set('Cookie', valueOf(answer)).send({}).expect(200);
    await desk.http.post(`${API}/token/refresh/`).send({ refresh: bearers.refresh }).expect(200);
  });
});

describe('people', () => {
  let manager: { id: string; access: string };
  let agent: { id: string; access: string };
  let customer: { id: string; access: string };
  let rootId: string;

  beforeAll(async () => {
    manager = await createUser('manager');
    agent = await createUser('agent');
    customer = await createUser('customer');
    rootId = (await desk.http.get(`${API}/users/me/`).set(bearer(root))).body.id;
  });

  it('are listed to staff, and to a customer only themselves', async () => {
    const list = (access: string, query = '') =>
      desk.http.get(`${API}/users/${query}`).set(bearer(access)).expect(200);
    expect((await list(agent.access)).body.count).toBe(5);
    expect(idsOf(await list(customer.access))).toEqual([customer.id]);
    expect((await list(customer.access, '?search=root&role=superadmin')).body.count).toBe(0);
    expect(
      (await list(root, '?role=agent,manager&is_active=true&ordering=-email')).body.results,
    ).toMatchObject([{ email: address('manager') }, { email: address('agent') }]);
    const page = (await list(root, '?page_size=2&ordering=email')).body;
    expect(page).toMatchObject({
      count: 5,
      previous: null,
      next: '/desk/api/accounts/users/?page_size=2&ordering=email&page=2',
    });
    await desk.http.get(`${API}/users/`).expect(401);
  });

  it.each(['?role=king', '?ordering=password_hash', '?shoe_size=43', '?page=0', '?is_active=maybe'])(
    'are not listed by %s',
    async (query) => {
      const answer = await desk.http.get(`${API}/users/${query}`).set(bearer(root)).expect(400);
      expect(fieldsOf(answer)).toEqual([query.slice(1).split('=')[0]]);
    },
  );

  it('are seen by staff; a customer may not know of others', async () => {
    await desk.http.get(`${API}/users/${customer.id}/`).set(bearer(agent.access)).expect(200);
    await desk.http.get(`${API}/users/${customer.id}/`).set(bearer(customer.access)).expect(200);
    await desk.http.get(`${API}/users/${agent.id}/`).set(bearer(customer.access)).expect(404);
    await desk.http.get(`${API}/users/not-an-id/`).set(bearer(root)).expect(404);
    await desk.http.get(`${API}/users/0190a0a0-0000-7000-8000-000000000000/`).set(bearer(root)).expect(404);
  });

  it('change their own profile, and of the guarded fields none', async () => {
    const patch = (body: object) =>
      desk.http.patch(`${API}/users/me/`).set(bearer(customer.access)).send(body);
    const changed = await patch({
      phone: '+49 30 1',
      timezone_pref: 'Europe/Berlin',
      dark_mode: true,
      keyboard_shortcuts: false,
    }).expect(200);
    expect(changed.body).toMatchObject({
      phone: '+49 30 1',
      timezone_pref: 'Europe/Berlin',
      dark_mode: true,
      keyboard_shortcuts: false,
    });
    for (const body of [{ role: 'superadmin' }, { is_active: false }, { email: 'else@velumera.example' }]) {
      const refused = await patch(body).expect(403);
      expect(fieldsOf(refused)).toEqual(Object.keys(body));
    }
    for (const body of [
      { is_staff: true },
      { isStaff: true },
      { password_hash: 'x' },
      { id: rootId },
      { date_joined: null },
    ]) {
      expect(fieldsOf(await patch(body).expect(400))).toEqual(Object.keys(body));
    }
    expect((await desk.http.get(`${API}/users/me/`).set(bearer(customer.access))).body.role).toBe('customer');
  });

  it('are replaced with the required fields', async () => {
    const put = (body: object) =>
      desk.http.put(`${API}/users/${customer.id}/`).set(bearer(customer.access)).send(body);
    expect(fieldsOf(await put({ email: address('customer'), first_name: 'Only' }).expect(400))).toEqual([
      'last_name',
    ]);
    const whole = { email: address('customer'), first_name: 'Whole', last_name: 'Name' };
    expect((await put(whole).expect(200)).body).toMatchObject({ full_name: 'Whole Name', phone: '+49 30 1' });
  });

  it('are managed by managers, but for superadmins and roles', async () => {
    const as = (access: string) => ({
      patch: (id: string, body: object) =>
        desk.http.patch(`${API}/users/${id}/`).set(bearer(access)).send(body),
      toggle: (id: string) => desk.http.post(`${API}/users/${id}/toggle/`).set(bearer(access)),
      remove: (id: string) => desk.http.delete(`${API}/users/${id}/`).set(bearer(access)),
    });
    await as(manager.access).patch(agent.id, { department: 'Repairs' }).expect(200);
    expect(fieldsOf(await as(manager.access).patch(agent.id, { role: 'manager' }).expect(403))).toEqual([
      'role',
    ]);
    await as(manager.access).patch(rootId, { phone: '' }).expect(403);
    await as(manager.access).remove(rootId).expect(403);
    await as(agent.access).patch(customer.id, { phone: '' }).expect(403);
    await as(customer.access).patch(agent.id, { phone: '' }).expect(404);
    await as(root).remove(rootId).expect(409);
    await as(manager.access).toggle(manager.id).expect(409);
    expect((await as(manager.access).toggle(customer.id).expect(200)).body.is_active).toBe(false);
    await desk.http.get(`${API}/users/me/`).set(bearer(customer.access)).expect(401);
    expect((await as(manager.access).toggle(customer.id).expect(200)).body.is_active).toBe(true);
  });

  it('are created by managers, in every role but the highest', async () => {
    const create = (access: string, role: string) =>
      desk.http
        .post(`${API}/users/`)
        .set(bearer(access))
        .send({
          email: `made-${role}@velumera.example`,
          password: PASSWORD,
          first_name: 'A',
          last_name: 'B',
          role,
        });
    expect(fieldsOf(await create(manager.access, 'superadmin').expect(403))).toEqual(['role']);
    await create(manager.access, 'agent').expect(201);
    await create(manager.access, 'agent').expect(409);
    await create(agent.access, 'customer').expect(403);
  });

  it('are counted and offered as agents to those who may know', async () => {
    const stats = (await desk.http.get(`${API}/users/stats/`).set(bearer(manager.access)).expect(200)).body;
    expect(stats).toMatchObject({ by_role: { superadmin: 1, manager: 1, agent: 2, customer: 2 }, staff: 4 });
    await desk.http.get(`${API}/users/stats/`).set(bearer(agent.access)).expect(403);
    const agents = (await desk.http.get(`${API}/users/agents/`).set(bearer(agent.access)).expect(200)).body;
    expect(agents.count).toBe(4);
    expect(agents.results[0]).not.toHaveProperty('phone');
    await desk.http
      .get(`${API}/users/agents/`)
      .set(bearer((await tokens(address('customer'))).access))
      .expect(403);
  });

  it('change their password, which ends their other sessions', async () => {
    const here = await tokens(address('agent'));
    const there = await tokens(address('agent'));
    const change = (body: object) =>
      desk.http.post(`${API}/change-password/`).set(bearer(here.access)).send(body);
    const wrong = await change({
      current_password: 'not-my-password',
      new_password: 'another-good-one',
    }).expect(400);
    expect(fieldsOf(wrong)).toEqual(['current_password']);
    await change({ current_password: PASSWORD, new_password: 'another-good-one' }).expect(204);
    await desk.http.get(`${API}/users/me/`).set(bearer(here.access)).expect(200);
    await desk.http.get(`${API}/users/me/`).set(bearer(there.access)).expect(401);
    await tokens(address('agent'), 'another-good-one');
  });

  it('leave a trail that superadmins read', async () => {
    const read = (access: string, query = '') =>
      desk.http.get(`${API}/audit-logs/${query}`).set(bearer(access));
    const failed = (await read(root, '?status=failed&search=nobody').expect(200)).body;
    expect(failed).toMatchObject({
      count: 1,
      results: [{ user: null, email_attempted: address('nobody'), status: 'failed' }],
    });
    const held = (await read(root, '?status=locked').expect(200)).body;
    expect(held.results[0]).toMatchObject({ email_attempted: address('target'), ip_address: '127.0.0.1' });
    expect((await read(root, `?user=${manager.id}&status=success`)).body.results[0].user.email).toBe(
      address('manager'),
    );
    expect((await read(root, '?date_to=2020-01-01')).body.count).toBe(0);
    const tried = (await read(root, '?email=NOBODY@&ip=127.').expect(200)).body;
    expect(tried.results).toEqual([expect.objectContaining({ email_attempted: address('nobody') })]);
    expect((await read(root, '?ip=10.').expect(200)).body.count).toBe(0);
    await read(root, '?status=maybe').expect(400);
    await read(root, '?export=pdf').expect(400);
    expect(fieldsOf(await read(root, '?export=csv&ordering=status').expect(400))).toEqual(['ordering']);
    await read(manager.access).expect(403);
  });
});
