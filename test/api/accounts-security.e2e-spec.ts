import { generateSync } from 'otplib';

import { Clock } from '@desk/platform/clock';
import { Connections, Database, UnitOfWork } from '@desk/platform/database';
import { JobQueue } from '@desk/platform/queue';
import { LastUses } from '@desk/domains/accounts/actions/last-uses';

import { createTestDesk, PASSWORD, type TestDesk, type TestPerson } from '../support/test-desk';
import { TestSocket } from '../support/test-socket';
import { until } from '../support/until';

const API = '/desk/api/accounts';
const MINUTE = 60_000;

let desk: TestDesk;
/** How far the desk's clock is ahead. */
let ahead = 0;

beforeAll(async () => {
  desk = await createTestDesk();
  jest.spyOn(desk.get(Clock), 'present').mockImplementation(() => new Date(Date.now() + ahead));
});

afterAll(() => desk.close());

interface Session {
  id: string;
  is_current: boolean;
  device: string;
  last_used_at: string;
}

const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:132.0) Gecko/20100101 Firefox/132.0';

function as(token: string, method: 'get' | 'post' | 'put' | 'patch' | 'delete', path: string) {
  return desk.http[method](`/desk/api/${path}`).set('Authorization', `Bearer ${token}`);
}

async function signIn({ email }: { email: string }, userAgent = 'curl/8.5.0'): Promise<string> {
  const answer = await desk.http
    .post(`${API}/token/`)
    .set('User-Agent', userAgent)
    .send({ email, password: PASSWORD })
    .expect(200);
  return (answer.body as { access: string }).access;
}

async function sessions(token: string, path = 'accounts/sessions/'): Promise<Session[]> {
  return ((await as(token, 'get', path).expect(200)).body as { results: Session[] }).results;
}

/** All that is in the database, as text. */
async function everything(): Promise<string> {
  const { reader } = desk.get(Connections);
  const tables = reader.entityMetadatas.map(({ tableName }) => reader.query(`SELECT * FROM ${tableName}`));
  return JSON.stringify(await Promise.all(tables));
}

const codeOf = (answer: { body: unknown }) => (answer.body as { type: string }).type.split('#')[1];

describe('sessions', () => {
  it('are listed with their device, and each can be ended with its sockets at once', async () => {
    const person = await desk.createUser('customer');
    const here = await signIn(person, FIREFOX);
    const there = await signIn(person);
    const socket = await TestSocket.connect(desk, { token: there });
    const listed = await sessions(here);
    expect(listed.map(({ device, is_current }) => [device, is_current])).toEqual(
      expect.arrayContaining([
        ['Firefox 132 on Windows', true],
        ['curl 8.5', false],
      ]),
    );
    const other = listed.find(({ is_current }) => !is_current)?.id ?? '';
    await as(here, 'delete', `accounts/sessions/${other}/`).expect(204);
    expect(await socket.untilDisconnected()).toBe('io server disconnect');
    await as(there, 'get', 'accounts/users/me/').expect(401);
    await as(here, 'delete', `accounts/sessions/${other}/`).expect(404);
    expect(await sessions(here)).toHaveLength(1);
  });

  it('are nobody else’s business', async () => {
    const [one, two] = [await desk.createUser('customer'), await desk.createUser('customer')];
    const mine = await signIn(one);
    const [theirs] = await sessions(await signIn(two));
    await as(mine, 'delete', `accounts/sessions/${theirs?.id}/`).expect(404);
    await as(mine, 'get', `accounts/users/${two.id}/sessions/`).expect(403);
  });

  it('end everywhere but here', async () => {
    const person = await desk.createUser('agent');
    const here = await signIn(person);
    const socket = await TestSocket.connect(desk, { token: here });
    const elsewhere = [await signIn(person), await signIn(person)];
    const gone = await TestSocket.connect(desk, { token: elsewhere[0] });
    await as(here, 'delete', 'accounts/sessions/').expect(204);
    await gone.untilDisconnected();
    for (const token of elsewhere) await as(token, 'get', 'accounts/users/me/').expect(401);
    await as(here, 'get', 'accounts/users/me/').expect(200);
    expect(socket.connected).toBe(true);
    socket.close();
  });

  it('of others are seen and ended by who administers them', async () => {
    const manager = await signIn(await desk.createUser('manager'));
    const [agent, superadmin] = [await desk.createUser('agent'), await desk.createUser('superadmin')];
    const [token, root] = [await signIn(agent), await signIn(superadmin)];
    const path = `accounts/users/${agent.id}/sessions/`;
    const [session] = await sessions(manager, path);
    expect(session).toMatchObject({ device: 'curl 8.5', is_current: false });
    await as(manager, 'delete', `${path}${session?.id}/`).expect(204);
    await as(token, 'get', 'accounts/users/me/').expect(401);
    await as(manager, 'get', `accounts/users/${superadmin.id}/sessions/`).expect(403);
    await as(manager, 'delete', `accounts/users/${superadmin.id}/sessions/`).expect(403);
    await as(root, 'get', 'accounts/users/me/').expect(200);
    const again = await signIn(agent);
    await as(root, 'delete', path).expect(204);
    await as(again, 'get', 'accounts/users/me/').expect(401);
  });

  it('say when they were last used, written once in five minutes', async () => {
    const token = await signIn(await desk.createUser('agent'));
    const lastUse = async () => {
      await as(token, 'get', 'accounts/users/me/').expect(200);
      await desk.get(LastUses).flush();
      return new Date((await sessions(token))[0]?.last_used_at ?? '').getTime();
    };
    const first = await lastUse();
    ahead += 4 * MINUTE;
    expect(await lastUse()).toBe(first);
    ahead += 2 * MINUTE;
    expect((await lastUse()) - first).toBeGreaterThan(5 * MINUTE);
  });
});

describe('API tokens', () => {
  interface Made {
    id: string;
    token: string;
  }

  async function make(token: string, wish: object = {}): Promise<Made> {
    const body = { name: 'Nightly export', scopes: ['read', 'write', 'admin'], ...wish };
    return (await as(token, 'post', 'accounts/tokens/').send(body).expect(201)).body as Made;
  }

  let person: TestPerson;
  let session: string;

  beforeEach(async () => {
    person = await desk.createUser('manager');
    session = await signIn(person);
  });

  it('are shown once and kept as a hash', async () => {
    const answer = await as(session, 'post', 'accounts/tokens/')
      .set('Idempotency-Key', 'keep-this')
      .send({ name: ' Nightly export ', scopes: ['write', 'read'], expires_at: '2031-01-01T00:00:00Z' })
      .expect(201);
    expect(answer.headers['cache-control']).toContain('no-store');
    const { id, token } = answer.body as Made;
    expect(answer.body).toEqual({ id, name: 'Nightly export', token });
    expect(token).toMatch(/^jrd_[\w-]{43}$/);
    const { body: list } = await as(session, 'get', 'accounts/tokens/').expect(200);
    expect(list.results).toEqual([
      {
        id,
        name: 'Nightly export',
        prefix: token.slice(0, 10),
        scopes: ['read', 'write'],
        created_at: expect.any(String) as string,
        last_used_at: null,
        expires_at: '2031-01-01T00:00:00.000Z',
      },
    ]);
    const stored = await everything();
    expect(stored).not.toContain(token.slice(10));
    expect(stored).not.toContain('keep-this');
  });

  it('open what their owner may, and what they were given of it', async () => {
    const { token } = await make(session);
    expect((await as(token, 'get', 'accounts/users/me/').expect(200)).body.id).toBe(person.id);
    await as(token, 'get', 'accounts/audit-logs/').expect(403);
    const ticket = { title: 'From a script', description: 'It runs' };
    expect((await as(token, 'post', 'tickets/tickets/').send(ticket).expect(201)).body.source).toBe('api');
    const reader = await make(session, { scopes: ['read'] });
    const refused = await as(reader.token, 'post', 'tickets/tickets/').send(ticket).expect(403);
    expect(codeOf(refused)).toBe('scope_required');
    expect(refused.body.scope).toBe('write');
    await as(reader.token, 'get', 'tickets/tickets/').expect(200);
  });

  it('never touch what keeps the account safe, whatever they were given', async () => {
    const { id, token } = await make(session);
    const attempts = [
      as(token, 'post', 'accounts/tokens/').send({ name: 'Child', scopes: ['admin'] }),
      as(token, 'post', 'accounts/users/').send({
        email: 'puppet@example.com',
        password: 'another-sailing-88',
        first_name: 'Pup',
        last_name: 'Pet',
        role: 'agent',
      }),
      as(token, 'get', 'accounts/tokens/'),
      as(token, 'delete', `accounts/tokens/${id}/`),
      as(token, 'get', 'accounts/sessions/'),
      as(token, 'delete', 'accounts/sessions/'),
      as(token, 'delete', `accounts/users/${person.id}/sessions/`),
      as(token, 'post', 'accounts/change-password/').send({
        current_password: PASSWORD,
        new_password: 'another-sailing-88',
      }),
      as(token, 'post', 'accounts/email/change/').send({
        email: 'thief@example.com',
        current_password: PASSWORD,
      }),
    ];
    for (const attempt of attempts) expect(codeOf(await attempt.expect(403))).toBe('not_for_tokens');
    await expect(TestSocket.connect(desk, { token })).rejects.toThrow('Sign in to connect');
  });

  it('are refused once revoked, expired, or never made', async () => {
    const { id, token } = await make(session);
    const short = await make(session, { expires_at: new Date(Date.now() + ahead + MINUTE).toISOString() });
    await as(short.token, 'get', 'accounts/users/me/').expect(200);
    ahead += 2 * MINUTE;
    await as(short.token, 'get', 'accounts/users/me/').expect(401);
    const other = await signIn(await desk.createUser('agent'));
    await as(other, 'delete', `accounts/tokens/${id}/`).expect(404);
    await as(session, 'delete', `accounts/tokens/${id}/`).expect(204);
    await as(token, 'get', 'accounts/users/me/').expect(401);
    await as(session, 'delete', `accounts/tokens/${id}/`).expect(404);
    for (const wrong of ['jrd_', `${token}x`, token.toUpperCase(), 'jrd_%00'])
      await as(wrong, 'get', 'accounts/users/me/').expect(401);
  });

  it.each([
    [{ name: '' }, 'name'],
    [{ name: 'x'.repeat(101) }, 'name'],
    [{ scopes: [] }, 'scopes'],
    [{ scopes: ['read', 'read'] }, 'scopes'],
    [{ scopes: ['root'] }, 'scopes'],
    [{ scopes: 'read' }, 'scopes'],
    [{ expires_at: '2020-01-01T00:00:00Z' }, 'expires_at'],
    [{ expires_at: 'soon' }, 'expires_at'],
    [{ user_id: 'x' }, 'user_id'],
    [{ token_hash: 'x' }, 'token_hash'],
  ])('are not made with %j', async (wish, field) => {
    const body = { name: 'Script', scopes: ['read'], ...wish };
    const answer = await as(session, 'post', 'accounts/tokens/').send(body).expect(400);
    expect((answer.body as { errors: { field: string }[] }).errors.map((error) => error.field)).toEqual([
      field,
    ]);
  });

  it('are fifty at most, also when several are made at once', async () => {
    for (let i = 0; i < 48; i++) await make(session);
    const answers = await Promise.all(
      Array.from({ length: 5 }, () =>
        as(session, 'post', 'accounts/tokens/').send({ name: 'One more', scopes: ['read'] }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 409, 409, 409]);
  });

  it('die with a password, a role and a deactivation', async () => {
    const root = await signIn(await desk.createUser('superadmin'));
    const changes: ((owner: TestPerson, token: string) => Promise<unknown>)[] = [
      (_, own) =>
        as(own, 'post', 'accounts/change-password/')
          .send({ current_password: PASSWORD, new_password: 'another-sailing-88' })
          .expect(204),
      ({ id }) => as(root, 'patch', `accounts/users/${id}/`).send({ role: 'customer' }).expect(200),
      ({ id }) => as(root, 'post', `accounts/users/${id}/toggle/`).expect(200),
    ];
    for (const change of changes) {
      const owner = await desk.createUser('agent');
      const own = await signIn(owner);
      const { token } = await make(own);
      await as(token, 'get', 'accounts/users/me/').expect(200);
      await change(owner, own);
      await as(token, 'get', 'accounts/users/me/').expect(401);
    }
  });

  it('say when they were last used, written once a minute', async () => {
    const { token } = await make(session);
    const lastUse = async () => {
      await as(token, 'get', 'accounts/users/me/').expect(200);
      await desk.get(LastUses).flush();
      const { body } = await as(session, 'get', 'accounts/tokens/').expect(200);
      return (body as { results: { last_used_at: string }[] }).results[0]?.last_used_at;
    };
    const first = await lastUse();
    expect(first).toEqual(expect.any(String));
    expect(await lastUse()).toBe(first);
    ahead += MINUTE;
    expect(await lastUse()).not.toBe(first);
  });
});

describe('the second factor', () => {
  interface Enrolled {
    person: TestPerson;
    token: string;
    /** What the app shows so many seconds from now. */
    code: (inSeconds?: number) => string;
    recoveryCodes: string[];
  }

  const epoch = (inSeconds = 0) => Math.floor((Date.now() + ahead) / 1000) + inSeconds;
  const attempt = (email: string, otp?: string, password = PASSWORD, route = 'token') =>
    desk.http.post(`${API}/${route}/`).send({ email, password, ...(otp === undefined ? {} : { otp }) });

  async function enrol(role: 'agent' | 'superadmin' = 'agent'): Promise<Enrolled> {
    const person = await desk.createUser(role);
    const token = await signIn(person);
    const { body: begun } = await as(token, 'post', 'accounts/mfa/').expect(201);
    const { secret } = begun as { secret: string };
    const code = (inSeconds = 0) => generateSync({ secret, epoch: epoch(inSeconds) });
    const { body } = await as(token, 'post', 'accounts/mfa/confirm/').send({ otp: code() }).expect(200);
    // The code that confirmed is used up.
    ahead += 30_000;
    return { person, token, code, recoveryCodes: (body as { recovery_codes: string[] }).recovery_codes };
  }

  it('is begun, confirmed by its first code, and asked for from then on', async () => {
    const person = await desk.createUser('agent');
    const token = await signIn(person);
    const state = async () => (await as(token, 'get', 'accounts/mfa/').expect(200)).body as object;
    expect(await state()).toEqual({
      enabled: false,
      confirmed_at: null,
      required: false,
      recovery_codes_left: 0,
    });
    await as(token, 'post', 'accounts/mfa/confirm/').send({ otp: '123456' }).expect(409);
    const { body: begun, headers } = await as(token, 'post', 'accounts/mfa/').expect(201);
    expect(headers['cache-control']).toContain('no-store');
    const { secret, otpauth_url, qr } = begun as Record<string, string>;
    expect(otpauth_url).toBe(
      `otpauth://totp/JeyaRamaDesk:${encodeURIComponent(person.email)}?secret=${secret}&issuer=JeyaRamaDesk`,
    );
    expect(Buffer.from((qr ?? '').split(',')[1] ?? '', 'base64').toString()).toMatch(/^<svg /);
    await attempt(person.email).expect(200);
    const wrong = await as(token, 'post', 'accounts/mfa/confirm/').send({ otp: '000000' }).expect(400);
    expect((wrong.body as { errors: { field: string }[] }).errors[0]?.field).toBe('otp');
    const otp = generateSync({ secret: secret ?? '', epoch: epoch() });
    const { body } = await as(token, 'post', 'accounts/mfa/confirm/').send({ otp }).expect(200);
    const codes = (body as { recovery_codes: string[] }).recovery_codes;
    expect(new Set(codes).size).toBe(10);
    expect(await state()).toMatchObject({ enabled: true, recovery_codes_left: 10 });
    expect(codeOf(await as(token, 'post', 'accounts/mfa/').expect(409))).toBe('factor_active');
    for (const route of ['token', 'session'])
      expect(codeOf(await attempt(person.email, undefined, PASSWORD, route).expect(401))).toBe(
        'otp_required',
      );
    const stored = await everything();
    for (const kept of [secret ?? '', ...codes, ...codes.map((one) => one.replaceAll('-', ''))])
      expect(stored).not.toContain(kept);
  });

  it('is no guess where it is still to come, however often its owner begins to sign in', async () => {
    const { person, code } = await enrol();
    for (let each = 0; each < 6; each++)
      expect(codeOf(await attempt(person.email).expect(401))).toBe('otp_required');
    // As from a network that they never signed in from.
    await desk
      .get(UnitOfWork)
      .run(() => desk.get(Database).run("DELETE FROM jrd_login_audit WHERE status = 'success'", []));
    await attempt(person.email, code()).expect(200);
  });

  it('says nothing to who does not know the password', async () => {
    const { person, code } = await enrol();
    const wrong = await attempt(person.email, code(), 'not-my-password').expect(401);
    const plain = await attempt('nobody@example.com', code()).expect(401);
    const saidOf = ({ body }: { body: unknown }) => ({ ...(body as object), request_id: '' });
    expect(saidOf(wrong)).toEqual(saidOf(plain));
    await attempt(person.email, code()).expect(200);
  });

  it('and every other way in is told to whose account it opens', async () => {
    const { person, token } = await enrol();
    await as(token, 'post', 'accounts/mfa/recovery-codes/').expect(200);
    await as(token, 'post', 'accounts/tokens/')
      .send({ name: 'Script', scopes: ['read'] })
      .expect(201);
    await as(token, 'delete', 'accounts/mfa/').expect(204);
    await until(async () => (await desk.get(JobQueue).pending()) === 0);
    const mails = await desk
      .get(Database)
      .rows<{ text: string }>('SELECT text FROM mails WHERE to_address = ?', [person.email]);
    const words = /asks for a code|not ask for a code|new recovery codes|new API token/;
    const told = mails.map(({ text }) => words.exec(text)?.[0]).sort();
    expect(told.join()).toBe('asks for a code,new API token,new recovery codes,not ask for a code');
  });

  it('takes the code before and after, none twice, and none older than the last', async () => {
    const { person, code } = await enrol();
    ahead += 2 * MINUTE;
    await attempt(person.email, code(-60)).expect(401);
    await attempt(person.email, code(60)).expect(401);
    await attempt(person.email, code(30)).expect(200);
    expect(codeOf(await attempt(person.email, code(30)).expect(401))).toBe('otp_wrong');
    await attempt(person.email, code()).expect(401);
    ahead += MINUTE;
    const answers = await Promise.all([
      attempt(person.email, code()),
      attempt(person.email, code(), PASSWORD, 'session'),
      attempt(person.email, code()),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401]);
  });

  it('is stood in for by a recovery code, once, also when it comes twice at once', async () => {
    const { person, token, recoveryCodes } = await enrol();
    const [first = '', second = ''] = recoveryCodes;
    const answers = await Promise.all([attempt(person.email, first), attempt(person.email, first)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
    await attempt(person.email, second.toUpperCase().replaceAll('-', ' ')).expect(200);
    const { body } = await as(token, 'get', 'accounts/mfa/').expect(200);
    expect((body as { recovery_codes_left: number }).recovery_codes_left).toBe(8);
    const renewed = await as(token, 'post', 'accounts/mfa/recovery-codes/').expect(200);
    await attempt(person.email, recoveryCodes[2]).expect(401);
    await attempt(person.email, (renewed.body as { recovery_codes: string[] }).recovery_codes[0]).expect(200);
  });

  it('holds whoever guesses codes, from wherever they come, and writes it down', async () => {
    const { person, code } = await enrol();
    for (let i = 0; i < 5; i++) await attempt(person.email, '000000').expect(401);
    const refused = await attempt(person.email, code()).expect(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(20);
    const audit = await desk
      .get(Database)
      .rows<{ status: string }>('SELECT status FROM jrd_login_audit WHERE user_id = ? ORDER BY id', [
        person.id,
      ]);
    expect(audit.map(({ status }) => status)).toEqual(['success', ...Array(5).fill('failed'), 'locked']);
    ahead += 31_000;
    // This network has signed in to the account before, so it is never held for longer than that.
    for (let i = 0; i < 3; i++) {
      await attempt(person.email, '000000').expect(401);
      ahead += 31_000;
    }
    await attempt(person.email, code()).expect(200);
  });

  it('writes down who knew the password and had no code', async () => {
    const { person } = await enrol();
    await attempt(person.email).expect(401);
    const [last] = await desk
      .get(Database)
      .rows<{ status: string }>('SELECT status FROM jrd_login_audit WHERE user_id = ? ORDER BY id DESC', [
        person.id,
      ]);
    expect(last?.status).toBe('failed');
  });

  it('is removed by its owner, and by a superadmin for who has lost it', async () => {
    const [one, two] = [await enrol(), await enrol()];
    await as(one.token, 'delete', 'accounts/mfa/').expect(204);
    await attempt(one.person.email).expect(200);
    const manager = await signIn(await desk.createUser('manager'));
    await as(manager, 'delete', `accounts/users/${two.person.id}/mfa/`).expect(403);
    const root = await signIn(await desk.createUser('superadmin'));
    await as(root, 'delete', `accounts/users/${two.person.id}/mfa/`).expect(204);
    await as(two.token, 'get', 'accounts/users/me/').expect(401);
    await attempt(two.person.email).expect(200);
  });

  it('is set up before anything else by whose role must have one', async () => {
    const root = await enrol('superadmin');
    const agent = await desk.createUser('agent');
    const token = await signIn(agent);
    const made = await as(token, 'post', 'accounts/tokens/').send({ name: 'Script', scopes: ['read'] });
    const key = (made.body as { token: string }).token;
    const policy = (roles: string[]) => as(root.token, 'put', 'accounts/mfa/policy/').send({ roles });
    await as(token, 'put', 'accounts/mfa/policy/').send({ roles: [] }).expect(403);
    await policy(['customer']).expect(400);
    expect((await policy(['agent', 'superadmin']).expect(200)).body).toEqual({
      roles: ['superadmin', 'agent'],
    });
    const reached = async (path: string) => (await as(token, 'get', path)).status;
    expect(codeOf(await as(token, 'get', 'tickets/tickets/').expect(403))).toBe('mfa_required');
    await as(key, 'get', 'tickets/tickets/').expect(403);
    expect(await reached('accounts/users/me/')).toBe(200);
    expect(await reached('accounts/mfa/')).toBe(200);
    expect(await reached('accounts/sessions/')).toBe(403);
    await expect(TestSocket.connect(desk, { token })).rejects.toThrow('Sign in to connect');
    const again = await signIn(agent);
    await as(again, 'delete', 'accounts/session/').expect(204);
    const { body } = await as(token, 'post', 'accounts/mfa/').expect(201);
    const otp = generateSync({ secret: (body as { secret: string }).secret, epoch: epoch() });
    await as(token, 'post', 'accounts/mfa/confirm/').send({ otp }).expect(200);
    expect(await reached('tickets/tickets/')).toBe(200);
    await as(key, 'get', 'tickets/tickets/').expect(200);
    await policy([]).expect(200);
  });

  it('is asked for when a session proves itself again', async () => {
    const { token, code, recoveryCodes } = await enrol('superadmin');
    const wish = () => as(token, 'post', 'accounts/tokens/').send({ name: 'Script', scopes: ['read'] });
    const prove = (proof: object) => as(token, 'post', 'accounts/session/step-up/').send(proof);
    const fields = (answer: { body: unknown }) =>
      (answer.body as { errors: { field: string; code: string }[] }).errors.map(
        (error) => `${error.field} ${error.code}`,
      );
    ahead += 11 * MINUTE;
    expect(codeOf(await wish().expect(403))).toBe('step_up_required');
    expect(fields(await prove({}).expect(400))).toEqual(['password required']);
    expect(fields(await prove({ password: 'not-my-password' }).expect(400))).toEqual([
      'password wrong_password',
    ]);
    expect(fields(await prove({ password: PASSWORD }).expect(400))).toEqual(['otp otp_required']);
    expect(fields(await prove({ password: PASSWORD, otp: '000000' }).expect(400))).toEqual(['otp otp_wrong']);
    await wish().expect(403);
    await prove({ password: PASSWORD, otp: code() }).expect(204);
    await wish().expect(201);
    expect(fields(await prove({ password: PASSWORD, otp: code() }).expect(400))).toEqual(['otp otp_wrong']);
    await prove({ password: PASSWORD, otp: recoveryCodes[0] }).expect(204);
  });
});

describe('changes that need a recent proof', () => {
  it('are refused ten minutes after it', async () => {
    const root = await signIn(await desk.createUser('superadmin'));
    const agent = await desk.createUser('agent');
    const colleague = {
      email: 'deputy@example.com',
      password: 'another-sailing-88',
      first_name: 'Dee',
      last_name: 'Puty',
    };
    ahead += 11 * MINUTE;
    const attempts = [
      as(root, 'post', 'accounts/users/').send({ ...colleague, role: 'superadmin' }),
      as(root, 'post', 'accounts/tokens/').send({ name: 'Script', scopes: ['read'] }),
      as(root, 'patch', `accounts/users/${agent.id}/`).send({ role: 'manager' }),
      as(root, 'patch', `accounts/users/${agent.id}/`).send({ email: 'other@example.com' }),
      as(root, 'delete', `accounts/users/${agent.id}/sessions/`),
    ];
    for (const attempt of attempts) expect(codeOf(await attempt.expect(403))).toBe('step_up_required');
    await as(root, 'patch', `accounts/users/${agent.id}/`).send({ job_title: 'Lead' }).expect(200);
    await as(root, 'post', 'accounts/users/')
      .send({ ...colleague, role: 'customer' })
      .expect(201);
    await as(root, 'delete', 'accounts/sessions/').expect(204);
  });
});
