import type { Response } from 'supertest';

import { createTestDesk, PASSWORD, type TestDesk } from '../support/test-desk';

const API = '/desk/api/accounts';

let desk: TestDesk;

afterEach(() => desk.close());

const start = async (limits: Record<string, string>) => (desk = await createTestDesk({ env: limits }));

async function signInBrowser(): Promise<{ cookie: string; access: string }> {
  const { email } = await desk.createUser('customer');
  const answer = await desk.http.post(`${API}/session/`).send({ email, password: PASSWORD }).expect(200);
  return { cookie: cookieOf(answer), access: (answer.body as { access: string }).access };
}

const cookieOf = (answer: Response) => (answer.headers['set-cookie']?.[0] ?? '').split(';')[0]!;
const renew = (cookie: string) => desk.http.put(`${API}/session/`).set('Cookie', cookie);
const refresh = (token: string) => desk.http.post(`${API}/token/refresh/`).send({ refresh: token });

async function statusesOf(count: number, send: () => PromiseLike<Response>): Promise<number[]> {
  const statuses: number[] = [];
  for (let round = 0; round < count; round++) statuses.push((await send()).status);
  return statuses;
}

it('counts the valid renewal of a session among the requests of our own pages', async () => {
  await start({ THROTTLE_SESSION: '3/60', THROTTLE_ANON: '2/60', THROTTLE_LOGIN: '100/60' });
  let { cookie } = await signInBrowser();
  for (let round = 0; round < 3; round++) cookie = cookieOf(await renew(cookie).expect(200));
  const refused = await renew(cookie).expect(429);
  expect(refused.body.type).toBe('about:blank#throttled');
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  // Refused before it was used up: the cookie is still good.
  expect(refused.headers['set-cookie']).toBeUndefined();
  // The strangers of the same network have their own count, and the page's requests share the session's.
  await desk.http.get(`${API}/setup/`).expect(200);
});

it('counts refreshes that fail as guesses, with those at passwords', async () => {
  await start({ THROTTLE_LOGIN: '4/60' });
  expect(await statusesOf(2, () => refresh('not.a.token'))).toEqual([401, 401]);
  expect(await statusesOf(2, () => renew('desk_session=not.a.token'))).toEqual([401, 401]);
  expect(await statusesOf(1, () => refresh('not.a.token'))).toEqual([429]);
  expect(await statusesOf(1, () => renew('desk_session=not.a.token'))).toEqual([429]);
  const guess = { email: 'a@example.com', password: 'x' };
  expect(await statusesOf(1, () => desk.http.post(`${API}/token/`).send(guess))).toEqual([429]);
});

it('counts the valid refresh of a client among its own requests, whoever else is in its network', async () => {
  await start({ THROTTLE_USER: '3/60', THROTTLE_ANON: '1/60', THROTTLE_LOGIN: '100/60' });
  const { email } = await desk.createUser('customer');
  const signedIn = await desk.http.post(`${API}/token/`).send({ email, password: PASSWORD }).expect(200);
  let pair = signedIn.body as { access: string; refresh: string };
  expect(await statusesOf(2, () => desk.http.get(`${API}/setup/`))).toEqual([200, 429]);
  for (let round = 0; round < 3; round++) pair = (await refresh(pair.refresh).expect(200)).body;
  // Refused before it was used up, and the client's other requests share the count.
  await refresh(pair.refresh).expect(429);
  await desk.http.get(`${API}/users/me/`).set('Authorization', `Bearer ${pair.access}`).expect(429);
});

it('counts a used refresh token as a guess, and one that is not there as a stranger’s request', async () => {
  await start({ THROTTLE_ANON: '2/60', THROTTLE_LOGIN: '2/60' });
  const { email } = await desk.createUser('customer');
  const { body } = await desk.http.post(`${API}/token/`).send({ email, password: PASSWORD }).expect(200);
  const used = (body as { refresh: string }).refresh;
  await refresh(used).expect(200);
  expect(await statusesOf(2, () => refresh(used))).toEqual([401, 429]);
  const without = () => desk.http.post(`${API}/token/refresh/`).send({});
  expect(await statusesOf(3, without)).toEqual([400, 400, 429]);
});

it('counts no guess where a browser merely has no session', async () => {
  await start({ THROTTLE_LOGIN: '2/60' });
  expect(await statusesOf(5, () => desk.http.put(`${API}/session/`))).toEqual(Array(5).fill(401));
  await signInBrowser();
});

it('counts strangers by network, clients and pages by person', async () => {
  await start({ THROTTLE_ANON: '2/60', THROTTLE_USER: '3/60', THROTTLE_SESSION: '4/60' });
  const { email } = await desk.createUser('agent');
  const client = await desk.signIn(email);
  const page = await signInBrowser();
  const me = (access: string) => desk.http.get(`${API}/users/me/`).set('Authorization', `Bearer ${access}`);
  expect(await statusesOf(4, () => me(client))).toEqual([200, 200, 200, 429]);
  expect(await statusesOf(5, () => me(page.access))).toEqual([200, 200, 200, 200, 429]);
  expect(await statusesOf(3, () => desk.http.get(`${API}/setup/`))).toEqual([200, 200, 429]);
  await desk.http.get('/desk/health/live').expect(200);
});

it('counts what access refuses as well', async () => {
  await start({ THROTTLE_ANON: '2/60', THROTTLE_USER: '3/60' });
  const tickets = () => desk.http.get('/desk/api/tickets/tickets/');
  expect(await statusesOf(3, tickets)).toEqual([401, 401, 429]);
  const madeUp = () => tickets().set('Authorization', 'Bearer jrd_made-up');
  expect(await statusesOf(2, madeUp)).toEqual([429, 429]);
  const { email } = await desk.createUser('customer');
  const token = await desk.signIn(email);
  const audit = () => desk.http.get(`${API}/audit-logs/`).set('Authorization', `Bearer ${token}`);
  expect(await statusesOf(4, audit)).toEqual([403, 403, 403, 429]);
});

it('counts the addresses of one IPv6 network together', async () => {
  await start({ THROTTLE_LOGIN: '2/60', TRUST_PROXY: '1' });
  let last = 0;
  const guess = (network: string) =>
    desk.http
      .post(`${API}/token/`)
      .set('X-Forwarded-For', `${network}::${(++last).toString(16)}`)
      .send({ email: `person${last}@example.com`, password: 'x' });
  expect(await statusesOf(3, () => guess('2001:db8:1:2'))).toEqual([401, 401, 429]);
  expect((await guess('2001:db8:1:3')).status).toBe(401);
});

describe('an access token that is no longer good', () => {
  const stale = { Authorization: 'Bearer no.longer.good' };

  it('is in nobody’s way who signs in, renews or signs out', async () => {
    await start({});
    const { cookie } = await signInBrowser();
    const { email } = await desk.createUser('customer');
    await desk.http.post(`${API}/token/`).set(stale).send({ email, password: PASSWORD }).expect(200);
    await desk.http.get(`${API}/setup/`).set(stale).expect(200);
    const renewed = cookieOf(await renew(cookie).set(stale).expect(200));
    await desk.http.delete(`${API}/session/`).set(stale).set('Cookie', renewed).expect(204);
    await renew(renewed).expect(401);
  });

  it('opens nothing', async () => {
    await start({});
    await desk.http.get(`${API}/users/me/`).set(stale).expect(401);
  });
});

it('ends the session of a good access token without its cookie', async () => {
  await start({});
  const { access, cookie } = await signInBrowser();
  await desk.http.delete(`${API}/session/`).set('Authorization', `Bearer ${access}`).expect(204);
  await renew(cookie).expect(401);
});

it.each(['/desk/%61pi/accounts/token/', '/desk/api%2faccounts/token/', '/desk/ap%69/accounts/token'])(
  'counts a guess however its address is spelt: %s',
  async (path) => {
    await start({ THROTTLE_LOGIN: '2/60' });
    const guess = { email: 'a@example.com', password: 'x' };
    const statuses = await statusesOf(3, () => desk.http.post(path).send(guess));
    expect([
      [401, 401, 429],
      [404, 404, 404],
    ]).toContainEqual(statuses);
  },
);
