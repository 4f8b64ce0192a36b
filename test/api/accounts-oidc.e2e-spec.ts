import { generateSync } from 'otplib';
import type { Response } from 'supertest';

import { User } from '@desk/domains/accounts/model/user';
import { Identities } from '@desk/domains/accounts/store/identities';
import { Users } from '@desk/domains/accounts/store/users';
import { Clock } from '@desk/platform/clock';
import { Database, UnitOfWork } from '@desk/platform/database';
import { JobQueue } from '@desk/platform/queue';

import { type TestClaims, TestOpenId } from '../support/openid-provider';
import { createTestDesk, PASSWORD, type TestDesk, type TestPerson } from '../support/test-desk';
import { TestSocket } from '../support/test-socket';
import { until } from '../support/until';

const API = '/desk/api/accounts';
const PUBLIC_URL = 'http://desk.velumera.example';

let provider: TestOpenId;
let desk: TestDesk;
let people = 0;

beforeAll(async () => {
  provider = await TestOpenId.start(PUBLIC_URL);
  desk = await createTestDesk({ env: { ...provider.env, PUBLIC_URL } });
});

afterAll(async () => {
  await desk.close();
  await provider.stop();
});

interface Addressed extends TestClaims {
  email: string;
}

/** Somebody new at the provider, with an address that it has verified. */
function somebody(change: Partial<Addressed> = {}): Addressed {
  people += 1;
  const names = { given_name: 'Wanda', family_name: 'Weber' };
  const email = `wanda${people}@customer.example`;
  return { sub: `subject-${people}`, email, email_verified: true, ...names, ...change };
}

const bearer = (access: string) => ({ Authorization: `Bearer ${access}` });
const cookieOf = (answer: Response, name: string) =>
  (answer.get('Set-Cookie') ?? []).find((cookie) => cookie.startsWith(`${name}=`)) ?? '';
const pairOf = (cookie: string) => cookie.split(';')[0] ?? '';
const locationOf = (answer: Response) => answer.headers['location'] ?? '';

interface Departure {
  url: string;
  cookie: string;
}

/** A browser that has just been sent to the provider. */
async function start(name = 'google', query = ''): Promise<Departure> {
  const answer = await desk.http.get(`${API}/oidc/${name}/start/${query}`).expect(302);
  return { url: locationOf(answer), cookie: pairOf(cookieOf(answer, 'desk_provider_flow')) };
}

function comeBack(address: URL, cookie: string): Promise<Response> {
  const request = desk.http.get(address.pathname + address.search);
  return (cookie === '' ? request : request.set('Cookie', cookie)).expect(302).then((answer) => answer);
}

/** The whole way. */
async function signIn(claims: TestClaims | null, name = 'google', query = ''): Promise<Response> {
  const { url, cookie } = await start(name, query);
  return comeBack(await provider.visit(url, claims), cookie);
}

interface Signed {
  access: string;
  user: { id: string; email: string; role: string; is_profile_completed: boolean; first_name: string };
}

/** As the page does at which the person lands: the session is in the cookie. */
async function sessionOf(answer: Response): Promise<Signed> {
  const cookie = pairOf(cookieOf(answer, 'desk_session'));
  expect(cookie).not.toBe('');
  return (await desk.http.put(`${API}/session/`).set('Cookie', cookie).expect(200)).body as Signed;
}

/** A new customer whose profile is complete. */
async function newcomer(answer: Response): Promise<Signed> {
  const signed = await sessionOf(answer);
  const names = { first_name: 'Wanda', last_name: 'Weber' };
  await desk.http.post(`${API}/complete-profile/`).set(bearer(signed.access)).send(names).expect(200);
  return signed;
}

/** Nobody is signed in, and the page is told why. */
function expectRefusal(answer: Response, problem: string): void {
  expect(locationOf(answer)).toContain(`/accounts/login?problem=${problem}`);
  expect(cookieOf(answer, 'desk_session')).toBe('');
}

const rows = <T>(sql: string, parameters: unknown[] = []) => desk.get(Database).rows<T>(sql, parameters);
const accountsOf = (email: string) => rows('SELECT id FROM jrd_users WHERE email = ?', [email]);
const lastAttempt = async () =>
  (await rows('SELECT status, email_attempted, user_id FROM jrd_login_audit ORDER BY id DESC LIMIT 1'))[0];

const token = ({ email }: TestPerson): Promise<string> => desk.signIn(email);
const write = (sql: string, parameters: unknown[]) =>
  desk.get(UnitOfWork).run(() => desk.get(Database).run(sql, parameters));

/** As if they had opened the link that confirms their address. */
const prove = ({ id }: { id: string }) =>
  write('UPDATE jrd_users SET email_verified_at = date_joined WHERE id = ?', [id]);

describe('the way to a provider', () => {
  it('is offered by those that are configured', async () => {
    const { body } = await desk.http.get(`${API}/oidc/`).expect(200);
    expect(body.results).toEqual([
      { name: 'google', title: 'Google' },
      { name: 'velumera-id', title: 'Velumera ID' },
    ]);
    await desk.http.get(`${API}/oidc/nobody/start/`).expect(404);
    await desk.http.get(`${API}/oidc/nobody/callback/`).expect(404);
  });

  it('asks with state, nonce and PKCE, and leaves a cookie that only this way sees', async () => {
    const answer = await desk.http.get(`${API}/oidc/google/start/`).expect(302);
    const asked = new URL(locationOf(answer)).searchParams;
    expect(asked.get('redirect_uri')).toBe(`${PUBLIC_URL}${API}/oidc/google/callback/`);
    expect(asked.get('code_challenge_method')).toBe('S256');
    expect(asked.get('max_age')).toBe('600');
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked.get(name)).toMatch(/^[\w-]{43}$/);
    const cookie = cookieOf(answer, 'desk_provider_flow');
    expect(cookie).toMatch(
      /; Max-Age=600; Path=\/desk\/api\/accounts\/oidc\/google; HttpOnly; SameSite=Lax$/,
    );
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it.each([
    ['?next=%2Ftickets%2F5%3Fa%3Db%23c', '/desk/tickets/5?a=b#c'],
    ['?app=console&next=%2Ftickets', '/desk/console/tickets'],
    ['?next=https%3A%2F%2Fevil.example', '/desk/'],
    ['?next=%2F%2Fevil.example', '/desk/'],
    ['?next=%2F%5Cevil.example', '/desk/'],
    ['?next=%2F%09%2Fevil.example', '/desk/'],
    ['?next=%2F.%2F%2Fevil.example', '/desk/'],
    ['?next=%2F..%2F..%2Fevil', '/desk/evil'],
    ['?next=%2Fapi%2Faccounts%2Foidc%2Fgoogle%2Fstart', '/desk/'],
  ])('ends inside the desk: %s', async (query, page) => {
    expect(locationOf(await signIn(somebody(), 'google', query))).toBe(page);
  });

  it('refuses an application that there is not', async () => {
    const { body } = await desk.http.get(`${API}/oidc/google/start/?app=elsewhere`).expect(400);
    expect(body.errors[0].field).toBe('app');
  });
});

describe('somebody whom nobody knows', () => {
  it('becomes a customer, whom nothing is open to until their profile is complete', async () => {
    const claims = somebody();
    const answer = await signIn(claims);
    expect(cookieOf(answer, 'desk_session')).toMatch(/HttpOnly; SameSite=Strict/);
    expect(cookieOf(answer, 'desk_provider_flow')).toContain('Max-Age=0');
    expect(locationOf(answer)).not.toMatch(/eyJ|token|code/);
    const { access, user } = await sessionOf(answer);
    expect(user).toMatchObject({ email: claims.email, role: 'customer', first_name: 'Wanda' });
    expect(user.is_profile_completed).toBe(false);
    const attempt = { status: 'success', email_attempted: claims.email, user_id: user.id };
    expect(await lastAttempt()).toEqual(attempt);

    for (const path of ['tickets/tickets/', 'accounts/users/', `accounts/users/${user.id}/`]) {
      const refused = await desk.http.get(`/desk/api/${path}`).set(bearer(access)).expect(403);
      expect(refused.body.type).toBe('about:blank#profile_incomplete');
    }
    await desk.http.post(`${API}/change-password/`).set(bearer(access)).send({}).expect(403);
    await desk.http.get(`${API}/identities/`).set(bearer(access)).expect(403);
    await desk.http.get(`${API}/users/me/`).set(bearer(access)).expect(200);
    await expect(TestSocket.connect(desk, { token: access })).rejects.toThrow();

    const complete = (body: object) =>
      desk.http.post(`${API}/complete-profile/`).set(bearer(access)).send(body);
    const names = { first_name: 'Wanda', last_name: 'Wagner' };
    expect((await complete({ first_name: ' ' }).expect(400)).body.errors).toHaveLength(2);
    await complete({ ...names, role: 'agent' }).expect(400);
    await complete({ ...names, is_profile_completed: true }).expect(400);
    const done = await complete({ ...names, phone: '+49 30 1234', department: 'Buying' }).expect(200);
    expect(done.body).toMatchObject({ ...names, is_profile_completed: true, role: 'customer' });
    await complete(names).expect(409);
    await desk.http.get('/desk/api/tickets/tickets/').set(bearer(access)).expect(200);
    (await TestSocket.connect(desk, { token: access })).close();
  });

  it('is the same customer at the next visit, whatever address they have there now', async () => {
    const claims = somebody();
    const first = await sessionOf(await signIn(claims));
    const moved = { ...claims, email: `moved.${claims.email}`, email_verified: false };
    const { user } = await sessionOf(await signIn(moved));
    expect(user).toMatchObject({ id: first.user.id, email: claims.email });
  });

  it('is known to any provider of a company’s own, which tells the address at userinfo alone', async () => {
    const claims = somebody();
    const { user } = await sessionOf(await signIn(claims, 'velumera-id'));
    expect(user).toMatchObject({ email: claims.email, first_name: 'Wanda' });
    // The other provider's word for the same, verified address is the same person.
    const again = await sessionOf(await signIn({ ...claims, sub: 'elsewhere' }));
    expect(again.user.id).toBe(user.id);
  });

  it('cannot be held out of their account by what a provider says of their address', async () => {
    const person = await desk.createUser('customer');
    const claims = somebody({ email: person.email, email_verified: false });
    for (let attempt = 0; attempt < 6; attempt++) expectRefusal(await signIn(claims), 'address_unverified');
    await token(person);
    const root = await token(await desk.createUser('superadmin'));
    const tried = async (query: string): Promise<string[]> => {
      const { body } = await desk.http.get(`${API}/audit-logs/?${query}`).set(bearer(root)).expect(200);
      const { results } = body as { results: { email_attempted: string }[] };
      return results.map(({ email_attempted }) => email_attempted);
    };
    const sorted = await tried('ordering=email_attempted&page_size=100');
    expect(sorted).toEqual([...sorted].sort());
    expect(await tried(`email=${person.email}`)).toHaveLength(7);
  });

  it('is refused without an address, or with one that the provider has not verified', async () => {
    const claims = somebody({ email_verified: false });
    expectRefusal(await signIn(claims), 'address_unverified');
    expect(await lastAttempt()).toMatchObject({ status: 'failed', email_attempted: claims.email });
    expect(await accountsOf(claims.email)).toEqual([]);
    expectRefusal(await signIn({ sub: 'nameless' }), 'address_missing');
  });

  it('is one customer when they come twice at once', async () => {
    const claims = somebody();
    const ways = await Promise.all([start(), start(), start('velumera-id')]);
    const returns = await Promise.all(ways.map(({ url }) => provider.visit(url, claims)));
    const answers = await Promise.all(returns.map((to, index) => comeBack(to, ways[index]?.cookie ?? '')));
    const sessions = await Promise.all(answers.slice(0, 2).map(sessionOf));
    expect(new Set(sessions.map(({ user }) => user.id)).size).toBe(1);
    expect(await accountsOf(claims.email)).toHaveLength(1);
    const linked = await rows('SELECT id FROM jrd_identities WHERE email = ?', [claims.email]);
    expect(linked).toHaveLength(2);
  });
});

describe('an address that has an account', () => {
  it('takes a customer over: their unverified password, sessions and tokens die at that moment', async () => {
    const person = await desk.createUser('customer');
    const old = await desk.http
      .post(`${API}/token/`)
      .send({ email: person.email, password: PASSWORD })
      .expect(200);
    const made = await desk.http
      .post(`${API}/tokens/`)
      .set(bearer(old.body.access))
      .send({ name: 'Script', scopes: ['read'] })
      .expect(201);
    const { access, user } = await sessionOf(await signIn(somebody({ email: person.email.toUpperCase() })));
    expect(user.id).toBe(person.id);
    await desk.http.get(`${API}/users/me/`).set(bearer(access)).expect(200);
    await desk.http.get(`${API}/users/me/`).set(bearer(old.body.access)).expect(401);
    await desk.http.get(`${API}/users/me/`).set(bearer(made.body.token)).expect(401);
    await desk.http.post(`${API}/token/refresh/`).send({ refresh: old.body.refresh }).expect(401);
    await desk.http.post(`${API}/token/`).send({ email: person.email, password: PASSWORD }).expect(401);
  });

  it('leaves a password alone whose owner had proved the address by mail', async () => {
    const person = await desk.createUser('customer');
    await prove(person);
    const before = await token(person);
    const { user } = await sessionOf(await signIn(somebody({ email: person.email })));
    expect(user.id).toBe(person.id);
    await desk.http.get(`${API}/users/me/`).set(bearer(before)).expect(200);
    await token(person);
  });

  it('does so only where the provider has verified it', async () => {
    const person = await desk.createUser('customer');
    const claims = somebody({ email: person.email, email_verified: false });
    expectRefusal(await signIn(claims), 'address_unverified');
    await token(person);
  });

  it('never opens a staff account', async () => {
    for (const role of ['agent', 'manager', 'superadmin'] as const) {
      const person = await desk.createUser(role);
      expectRefusal(await signIn(somebody({ email: person.email })), 'staff_must_link');
      expect(await lastAttempt()).toMatchObject({ status: 'failed', user_id: person.id });
      await token(person);
    }
  });

  it('opens none to a second person at the same provider: an address may have changed hands', async () => {
    const claims = somebody();
    await signIn(claims);
    expectRefusal(await signIn({ ...claims, sub: 'whoever has it now' }), 'other_identity');
  });

  it('opens none that is inactive, by a known identity neither', async () => {
    const claims = somebody();
    const { user } = await sessionOf(await signIn(claims));
    const root = await token(await desk.createUser('superadmin'));
    await desk.http.post(`${API}/users/${user.id}/toggle/`).set(bearer(root)).expect(200);
    expectRefusal(await signIn(claims), 'account_inactive');
    expect(await lastAttempt()).toMatchObject({ status: 'failed', user_id: user.id });
    const left = await desk.createUser('customer');
    await desk.http.post(`${API}/users/${left.id}/toggle/`).set(bearer(root)).expect(200);
    expectRefusal(await signIn(somebody({ email: left.email })), 'account_inactive');
  });
});

describe('the way back', () => {
  it('counts only in the browser that went, once, and for ten minutes', async () => {
    const [mine, theirs] = [await start(), await start()];
    const address = await provider.visit(mine.url, somebody());
    expectRefusal(await comeBack(address, ''), 'flow_expired');
    expectRefusal(await comeBack(address, theirs.cookie), 'provider_refused');
    const [head, body, signature] = mine.cookie.split('.');
    expectRefusal(await comeBack(address, `${head}.${body}x.${signature}`), 'flow_expired');
    const other = new URL(address.href.replace('/google/', '/velumera-id/'));
    expectRefusal(await comeBack(other, mine.cookie), 'flow_expired');
    const present = jest.spyOn(desk.get(Clock), 'present');
    present.mockReturnValue(new Date(Date.now() + 601_000));
    expectRefusal(await comeBack(address, mine.cookie), 'flow_expired');
    present.mockRestore();
    await sessionOf(await comeBack(address, mine.cookie));
    expectRefusal(await comeBack(address, mine.cookie), 'provider_refused');
  });

  it('proves nothing with another state, another code, or an issuer that was not asked', async () => {
    const changes: [string, string][] = [
      ['state', 'another'],
      ['code', 'another'],
      ['iss', 'https://evil.example'],
    ];
    for (const [name, value] of changes) {
      const { url, cookie } = await start();
      const address = await provider.visit(url, somebody());
      address.searchParams.set(name, value);
      expectRefusal(await comeBack(address, cookie), 'provider_refused');
    }
  });

  it('proves nothing for a nonce or a PKCE challenge that this browser did not send', async () => {
    const digest = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';
    for (const [name, value] of [
      ['nonce', 'another'],
      ['code_challenge', digest],
    ] as const) {
      const { url, cookie } = await start();
      const asked = new URL(url);
      asked.searchParams.set(name, value);
      expectRefusal(await comeBack(await provider.visit(asked.href, somebody()), cookie), 'provider_refused');
    }
  });

  it('ends at the sign-in page where the person turned round, and keeps where they wanted to go', async () => {
    const answer = await signIn(null, 'google', '?app=console&next=%2Ftickets%2F7');
    expect(locationOf(answer)).toBe(
      '/desk/console/accounts/login?problem=provider_cancelled&next=%2Ftickets%2F7',
    );
  });
});

describe('a linked identity', () => {
  async function link(access: string, claims: TestClaims, name = 'google'): Promise<Response> {
    const answer = await desk.http.post(`${API}/oidc/${name}/link/`).set(bearer(access)).expect(201);
    const cookie = pairOf(cookieOf(answer, 'desk_provider_flow'));
    return comeBack(await provider.visit((answer.body as { url: string }).url, claims), cookie);
  }
  const linked = async (access: string) => {
    const { body } = await desk.http.get(`${API}/identities/`).set(bearer(access)).expect(200);
    return (body as { results: { id: string; email: string; provider: { name: string } | null }[] }).results;
  };

  it('is made by staff from their profile, whatever its address, and then signs them in', async () => {
    const person = await desk.createUser('agent');
    const access = await token(person);
    expect(locationOf(await link(access, somebody()))).toContain('?problem=address_unproven');
    await prove(person);
    const claims = somebody({ email: 'private@elsewhere.example', email_verified: false });
    expect(locationOf(await link(access, claims))).toBe('/desk/console/accounts/profile?linked=google');
    expect(await linked(access)).toMatchObject([{ email: claims.email, provider: { name: 'google' } }]);
    const mailed = () =>
      rows<{ text: string }>('SELECT text FROM mails WHERE to_address = ?', [person.email]);
    await until(async () => (await mailed()).some(({ text }) => text.includes('provider, such as Google')));
    const { user } = await sessionOf(await signIn(claims, 'google', '?app=console'));
    expect(user).toMatchObject({ id: person.id, role: 'agent' });
    await token(person);
  });

  it('belongs to one person, one of each provider', async () => {
    const [one, other] = [await desk.createUser('customer'), await desk.createUser('customer')];
    const claims = somebody();
    await Promise.all([prove(one), prove(other)]);
    const access = await token(one);
    await link(access, claims);
    const to = async (person: TestPerson, whom: TestClaims) =>
      locationOf(await link(await token(person), whom));
    expect(await to(other, claims)).toBe('/desk/accounts/profile?problem=identity_taken');
    expect(await to(one, somebody())).toBe('/desk/accounts/profile?problem=other_identity');
    expect(await to(one, claims)).toBe('/desk/accounts/profile?linked=google');
    expect(await linked(access)).toHaveLength(1);
  });

  it('does not stand in for the second factor of its owner', async () => {
    const person = await desk.createUser('agent');
    await prove(person);
    const access = await token(person);
    const claims = somebody();
    await link(access, claims);
    await sessionOf(await signIn(claims));
    const begun = await desk.http.post(`${API}/mfa/`).set(bearer(access)).send({}).expect(201);
    const otp = generateSync({ secret: (begun.body as { secret: string }).secret });
    await desk.http.post(`${API}/mfa/confirm/`).set(bearer(access)).send({ otp }).expect(200);
    expectRefusal(await signIn(claims), 'otp_required');
    const [first] = await linked(access);
    await desk.http.delete(`${API}/identities/${first?.id}/`).set(bearer(access)).expect(204);
    const root = await token(await desk.createUser('superadmin'));
    const demoted = { role: 'customer' };
    await desk.http.patch(`${API}/users/${person.id}/`).set(bearer(root)).send(demoted).expect(200);
    // Known by the address alone, now that they are no staff.
    expectRefusal(await signIn({ ...claims, email: person.email }), 'otp_required');
  });

  it('opens nothing when it is unlinked, or its person moved, at the moment of the sign-in', async () => {
    const person = await desk.createUser('agent');
    await prove(person);
    const claims = somebody({ email: person.email });
    await link(await token(person), claims);
    const hold = jest.spyOn(desk.get(Users), 'hold');
    const meanwhile = (act: (user: User) => Promise<unknown>) =>
      hold.mockImplementationOnce(async (id) => {
        const user = await desk.get(Database).hold(User, { id });
        if (user !== null) await act(user);
        return user;
      });
    meanwhile(({ id }) => desk.get(Identities).removeAllOf(id));
    expectRefusal(await signIn(claims), 'staff_must_link');
    const other = await desk.createUser('customer');
    meanwhile((user) => {
      user.moveTo(`moved.${user.email}`);
      return desk.get(Users).save(user);
    });
    const { user } = await sessionOf(await signIn(somebody({ email: other.email })));
    expect(user).toMatchObject({ email: other.email, is_profile_completed: false });
    expect(user.id).not.toBe(other.id);
    hold.mockRestore();
  });

  it('of a customer opens nothing any more once they belong to the staff', async () => {
    const claims = somebody();
    const { user } = await sessionOf(await signIn(claims));
    const root = await token(await desk.createUser('superadmin'));
    await desk.http.patch(`${API}/users/${user.id}/`).set(bearer(root)).send({ role: 'agent' }).expect(200);
    expectRefusal(await signIn(claims), 'staff_must_link');
  });

  it('is not made for a session that is over when its owner comes back', async () => {
    const person = await desk.createUser('customer');
    const access = await token(person);
    const answer = await desk.http.post(`${API}/oidc/google/link/`).set(bearer(access)).expect(201);
    const address = await provider.visit((answer.body as { url: string }).url, somebody());
    await desk.http.delete(`${API}/session/`).set(bearer(access)).expect(204);
    expectRefusal(await comeBack(address, pairOf(cookieOf(answer, 'desk_provider_flow'))), 'session_ended');
    expect(await linked(await token(person))).toEqual([]);
  });

  it('by whoever knew the password opens nothing after a reset, and its owner is told', async () => {
    const person = await desk.createUser('customer');
    await prove(person);
    const thief = somebody();
    await link(await token(person), thief);
    const root = await token(await desk.createUser('superadmin'));
    const mailWith = async (words: string): Promise<string> => {
      await until(async () => (await desk.get(JobQueue).pending()) === 0);
      const outbox = desk.http.get('/desk/api/notifications/outbox/?page_size=100').set(bearer(root));
      const mails = (await outbox.expect(200)).body.results as { to: string; text: string }[];
      return mails.find(({ to, text }) => to === person.email && text.includes(words))?.text ?? '';
    };
    await desk.http.post(`${API}/password-reset/`).send({ email: person.email }).expect(204);
    const asked = await mailWith('#token=');
    expect(asked).toContain('unlinks accounts at other providers');
    const reset = { token: /#token=([\w-]{64})/.exec(asked)?.[1], new_password: 'smooth-harbour-31' };
    await desk.http.post(`${API}/password-reset/confirm/`).send(reset).expect(204);
    const access = await desk.signIn(person.email, reset.new_password);
    expect(await linked(access)).toEqual([]);
    expect((await sessionOf(await signIn(thief))).user.id).not.toBe(person.id);
    expect(await mailWith('was unlinked')).not.toBe('');
  });

  it('and every session of a person are over when staff give them another address', async () => {
    const claims = somebody();
    const { access, user } = await newcomer(await signIn(claims));
    const root = await token(await desk.createUser('superadmin'));
    const move = (email: string) =>
      desk.http.patch(`${API}/users/${user.id}/`).set(bearer(root)).send({ email }).expect(200);
    await move(claims.email.toUpperCase());
    await desk.http.get(`${API}/users/me/`).set(bearer(access)).expect(200);
    const socket = await TestSocket.connect(desk, { token: access });
    const email = `successor.${claims.email}`;
    await move(email);
    await desk.http.get(`${API}/users/me/`).set(bearer(access)).expect(401);
    await until(() => !socket.connected);
    expect((await sessionOf(await signIn(claims))).user.id).not.toBe(user.id);
    const told = () => rows("SELECT id FROM mails WHERE to_address = ? AND text LIKE '%unlinked%'", [email]);
    await until(async () => (await told()).length === 1);
  });

  it('is unlinked by its owner, but not as the last way in', async () => {
    const claims = somebody();
    const { access } = await newcomer(await signIn(claims));
    const [first] = await linked(access);
    const unlink = (id: string, by = access) => desk.http.delete(`${API}/identities/${id}/`).set(bearer(by));
    const refused = await unlink(first?.id ?? '').expect(409);
    expect(refused.body.type).toBe('about:blank#last_way_in');
    await link(access, claims, 'velumera-id');
    await unlink(first?.id ?? '', await token(await desk.createUser('customer'))).expect(404);
    await unlink(first?.id ?? '').expect(204);
    expect(await linked(access)).toMatchObject([{ provider: { name: 'velumera-id' } }]);
  });

  it('proves nothing that is recent where the provider does not say when it had a proof', async () => {
    const { url, cookie } = await start();
    const asked = new URL(url);
    asked.searchParams.delete('max_age');
    const { access } = await newcomer(await comeBack(await provider.visit(asked.href, somebody()), cookie));
    const refused = await desk.http.post(`${API}/oidc/google/link/`).set(bearer(access)).expect(403);
    expect(refused.body.type).toBe('about:blank#step_up_required');
  });

  it('of a provider that is no longer offered is no way in', async () => {
    const claims = somebody();
    const { access, user } = await newcomer(await signIn(claims));
    await link(access, claims, 'velumera-id');
    const elsewhere =
      "UPDATE jrd_identities SET issuer = 'https://gone.example' WHERE user_id = ? AND issuer = ?";
    await write(elsewhere, [user.id, provider.env['OIDC_ISSUER']]);
    const [google, gone] = await linked(access);
    expect(gone?.provider).toBeNull();
    await desk.http.delete(`${API}/identities/${google?.id}/`).set(bearer(access)).expect(409);
  });
});

describe('a provider that does not answer', () => {
  it('leads back to the sign-in page, and is asked again at the next try', async () => {
    const env = { GOOGLE_ISSUER: 'http://127.0.0.1:9', GOOGLE_CLIENT_ID: 'desk', GOOGLE_CLIENT_SECRET: 'x' };
    const alone = await createTestDesk({ env: { ...env, PUBLIC_URL } });
    try {
      for (let attempt = 0; attempt < 2; attempt++) {
        const answer = await alone.http.get(`${API}/oidc/google/start/?app=console`).expect(302);
        expectRefusal(answer, 'provider_unreachable');
        expect(cookieOf(answer, 'desk_provider_flow')).toBe('');
      }
      const access = await alone.signIn((await alone.createUser('agent')).email);
      const refused = await alone.http.post(`${API}/oidc/google/link/`).set(bearer(access)).expect(409);
      expect(refused.body.type).toBe('about:blank#provider_unreachable');
    } finally {
      await alone.close();
    }
  });
});
