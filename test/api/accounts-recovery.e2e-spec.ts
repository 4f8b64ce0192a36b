import { Clock } from '@desk/platform/clock';
import { Connections, Database, toColumn, UnitOfWork } from '@desk/platform/database';
import { JobQueue } from '@desk/platform/queue';

import { MailServer } from '../support/mail-server';
import { createTestDesk, PASSWORD, type TestDesk, type TestPerson } from '../support/test-desk';
import { until } from '../support/until';

const API = '/desk/api/accounts';
const NEW_PASSWORD = 'smooth-harbour-31';
const LONG_AGO = new Date('2026-01-05T08:00:00Z');

interface Kept {
  to: string;
  subject: string;
  text: string;
  html: string;
  state: string;
}

let desk: TestDesk;
let root: TestPerson;

beforeAll(async () => {
  desk = await createTestDesk();
  root = await desk.createUser('superadmin');
});

afterAll(() => desk.close());

const bearer = (access: string) => ({ Authorization: `Bearer ${access}` });
const post = (path: string, body: object = {}) => desk.http.post(`${API}/${path}/`).send(body);
const quiet = () => until(async () => (await desk.get(JobQueue).pending()) === 0);
const tokenIn = ({ text }: Kept): string => /#token=([\w-]{64})/.exec(text)?.[1] ?? '';

/** What a superadmin reads in the outbox for an address, newest first. */
async function mailsTo(email: string): Promise<Kept[]> {
  await quiet();
  const { body } = await desk.http
    .get('/desk/api/notifications/outbox/?page_size=100')
    .set(bearer(await desk.signIn(root.email)))
    .expect(200);
  return (body as { results: Kept[] }).results.filter(({ to }) => to === email);
}

async function resetToken(person: TestPerson): Promise<string> {
  await post('password-reset', { email: person.email }).expect(204);
  const [mail] = await mailsTo(person.email);
  return mail === undefined ? '' : tokenIn(mail);
}

async function write(sql: string, parameters: unknown[]): Promise<void> {
  await desk.get(UnitOfWork).run(() => desk.get(Database).write().query(sql, parameters));
}

/** Everything the database holds, as text. */
async function allRows(): Promise<string> {
  const tables = desk.get(Connections).reader.entityMetadatas.map(({ tableName }) => tableName);
  const rows = await Promise.all(tables.map((table) => desk.get(Database).rows(`SELECT * FROM ${table}`)));
  return JSON.stringify(rows);
}

async function dead(path: string, body: object): Promise<void> {
  const { body: problem } = await post(path, body).expect(400);
  expect(problem).toMatchObject({ errors: [{ field: 'token', code: 'dead_link' }] });
}

describe('a forgotten password', () => {
  it('is replaced by the mailed link, which ends every session, opens a held address and works once', async () => {
    const person = await desk.createUser('customer');
    const access = await desk.signIn(person.email);
    const guess = () => post('token', { email: person.email, password: 'some-other-guess' });
    for (let failure = 0; failure < 5; failure++) await guess().expect(401);

    const token = await resetToken(person);
    const [mail] = await mailsTo(person.email);
    expect(mail).toMatchObject({ subject: 'Choose a new password', state: 'kept' });
    expect(mail?.text).toContain(`/desk/accounts/reset-password#token=${token}\n`);
    expect(mail?.html).toContain(`/desk/accounts/reset-password#token=${token}"`);

    const weak = await post('password-reset/confirm', { token, new_password: 'password123' }).expect(400);
    expect(weak.body.errors).toMatchObject([{ field: 'new_password' }]);
    await post('password-reset/confirm', { token, new_password: NEW_PASSWORD }).expect(204);
    await desk.http.get(`${API}/users/me/`).set(bearer(access)).expect(401);
    await post('token', { email: person.email, password: PASSWORD }).expect(401);
    await post('token', { email: person.email, password: NEW_PASSWORD }).expect(200);
    await dead('password-reset/confirm', { token, new_password: 'another-harbour-32' });
    expect((await mailsTo(person.email)).map(({ subject }) => subject)).toEqual([
      'Your password was changed',
      'Choose a new password',
    ]);
  });

  it('comes only where a link of the desk stands, whatever people call themselves', async () => {
    const person = await desk.createUser('customer');
    const last_name = 'https://evil.example/#token=one-time-token-comes-here';
    await desk.http
      .patch(`${API}/users/me/`)
      .set(bearer(await desk.signIn(person.email)))
      .send({ last_name })
      .expect(200);
    const token = await resetToken(person);
    const [mail] = await mailsTo(person.email);
    expect(mail?.text.split(token)).toHaveLength(2);
    expect(mail?.text).not.toContain(`evil.example/#token=${token}`);
  });

  it('is in the outbox for ten minutes after a proof, which says where it hides one, and never for an API token', async () => {
    const person = await desk.createUser('customer');
    await resetToken(person);
    const session = await desk.signIn(root.email);
    const { body: made } = await post('tokens', { name: 'Watcher', scopes: ['admin'] })
      .set(bearer(session))
      .expect(201);
    await quiet();
    const mailTo = async ({ email }: TestPerson, access: string) => {
      const asked = desk.http.get('/desk/api/notifications/outbox/?page_size=100').set(bearer(access));
      const { body } = await asked.expect(200);
      return (body as { results: Kept[] }).results.find(({ to }) => to === email);
    };
    const open = { links_hidden: false, text: expect.stringMatching(/#token=[\w-]{64}\s/) as string };
    const closed = expect.stringContaining('reset-password#token=only-its-recipient-has-this') as string;
    expect(await mailTo(person, session)).toMatchObject(open);
    // No proof opens it for a token.
    expect(await mailTo(person, made.token)).toMatchObject({ links_hidden: false, text: closed });

    const later = jest
      .spyOn(desk.get(Clock), 'present')
      .mockImplementation(() => new Date(Date.now() + 660_000));
    expect(await mailTo(person, session)).toMatchObject({ links_hidden: true, text: closed });
    expect(await mailTo(root, session)).toMatchObject({ links_hidden: false });
    await post('session/step-up', { password: PASSWORD }).set(bearer(session)).expect(204);
    expect(await mailTo(person, session)).toMatchObject(open);
    later.mockRestore();
  });

  it('leads staff to the console', async () => {
    const agent = await desk.createUser('agent');
    await post('password-reset', { email: agent.email.toUpperCase() }).expect(204);
    const [mail] = await mailsTo(agent.email);
    expect(mail?.text).toContain('/desk/console/accounts/reset-password#token=');
  });

  it('answers alike whether there is such a person, and mails nobody who has left', async () => {
    const left = await desk.createUser('agent');
    const token = await resetToken(left);
    await desk.http
      .post(`${API}/users/${left.id}/toggle/`)
      .set(bearer(await desk.signIn(root.email)))
      .expect(200);
    for (const email of [left.email, 'nobody@example.com', root.email]) {
      const { body, headers } = await post('password-reset', { email }).expect(204);
      expect(body).toEqual({});
      expect(headers['set-cookie']).toBeUndefined();
    }
    expect(await mailsTo(left.email)).toHaveLength(1);
    expect(await mailsTo('nobody@example.com')).toEqual([]);
    await dead('password-reset/confirm', { token, new_password: NEW_PASSWORD });
  });

  it('sends no more than three mails an hour, and only the newest link works', async () => {
    const person = await desk.createUser('customer');
    const tokens: string[] = [];
    for (let ask = 0; ask < 5; ask++) tokens.push(await resetToken(person));
    expect(await mailsTo(person.email)).toHaveLength(3);
    expect(new Set(tokens).size).toBe(3);
    const another = await desk.createUser('customer');
    await Promise.all([1, 2, 3, 4, 5].map(() => post('password-reset', { email: another.email })));
    expect(await mailsTo(another.email)).toHaveLength(3);
    await dead('password-reset/confirm', { token: tokens[1], new_password: NEW_PASSWORD });
    await post('password-reset/confirm', { token: tokens[2], new_password: NEW_PASSWORD }).expect(204);
  });

  it('is replaced once when the link is used twice at the same time', async () => {
    const person = await desk.createUser('customer');
    const token = await resetToken(person);
    const passwords = ['first-harbour-41', 'second-harbour-42', 'third-harbour-43'];
    const answers = await Promise.all(
      passwords.map((new_password) => post('password-reset/confirm', { token, new_password })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 400, 400]);
    const won = passwords[answers.findIndex(({ status }) => status === 204)];
    await post('token', { email: person.email, password: won }).expect(200);
  });

  it('stays when the link is forged, cut, lengthened, of another kind, or expired', async () => {
    const person = await desk.createUser('customer');
    const token = await resetToken(person);
    const swapped = token.startsWith('A') ? `B${token.slice(1)}` : `A${token.slice(1)}`;
    const end = token.endsWith('A') ? `${token.slice(0, -1)}B` : `${token.slice(0, -1)}A`;
    for (const bad of [swapped, end, token.slice(0, -1), `${token}A`, ` ${token}`, 'x', '0'.repeat(64)]) {
      await dead('password-reset/confirm', { token: bad, new_password: NEW_PASSWORD });
    }
    await write('UPDATE jrd_one_time_links SET expires_at = ? WHERE user_id = ?', [
      toColumn(LONG_AGO),
      person.id,
    ]);
    await dead('password-reset/confirm', { token, new_password: NEW_PASSWORD });
    await desk.signIn(person.email);
  });

  it('ends with a password that was changed otherwise', async () => {
    const person = await desk.createUser('customer');
    const token = await resetToken(person);
    await post('change-password', { current_password: PASSWORD, new_password: NEW_PASSWORD })
      .set(bearer(await desk.signIn(person.email)))
      .expect(204);
    await dead('password-reset/confirm', { token, new_password: 'another-harbour-32' });
  });

  it('leaves no usable link in any row', async () => {
    const person = await desk.createUser('customer');
    const token = await resetToken(person);
    const rows = await allRows();
    expect(rows).toContain('reset-password#token=one-time-token-comes-here');
    expect(rows).not.toContain(token);
    expect(rows).not.toContain(token.slice(22));
    await post('password-reset/confirm', { token, new_password: NEW_PASSWORD }).expect(204);
  });
});

describe('an invitation', () => {
  const invitee = (email: string, role = 'agent') => ({
    email,
    first_name: 'Nora',
    last_name: 'Lind',
    role,
    department: 'Support',
    job_title: 'Agent',
  });
  const by = (access: string) => ({
    invite: (body: object) => post('invitations', body).set(bearer(access)),
    resend: (id: string) => post(`invitations/${id}/resend`).set(bearer(access)),
    withdraw: (id: string) => desk.http.delete(`${API}/invitations/${id}/`).set(bearer(access)),
    person: (id: string) => desk.http.get(`${API}/users/${id}/`).set(bearer(access)),
    toggle: (id: string) => post(`users/${id}/toggle`).set(bearer(access)),
  });
  let manager: ReturnType<typeof by>;

  beforeAll(async () => {
    manager = by(await desk.signIn((await desk.createUser('manager')).email));
  });

  it('makes somebody who is shown as invited and becomes active by accepting', async () => {
    const { body: invited } = await manager.invite(invitee('nora@example.com')).expect(201);
    expect(invited).toMatchObject({ email: 'nora@example.com', name: 'Nora Lind', role: 'agent' });
    const days = (new Date(invited.expires_at).getTime() - new Date(invited.invited_at).getTime()) / 864e5;
    expect(days).toBe(3);
    const before = await manager.person(invited.id).expect(200);
    expect(before.body).toMatchObject({ is_invited: true, is_active: false, department: 'Support' });
    await post('token', { email: 'nora@example.com', password: PASSWORD }).expect(401);
    await manager.toggle(invited.id).expect(409);
    await post('password-reset', { email: 'nora@example.com' }).expect(204);

    const [mail, ...more] = await mailsTo('nora@example.com');
    expect(more).toEqual([]);
    expect(mail?.text).toContain('/desk/console/accounts/invitation#token=');
    const token = mail === undefined ? '' : tokenIn(mail);
    const { body: shown } = await post('invitations/accept/check', { token }).expect(200);
    expect(shown).toEqual({ email: 'nora@example.com', first_name: 'Nora', last_name: 'Lind' });

    const own = await post('invitations/accept', { token, password: 'nora.lind-2024!' }).expect(400);
    expect(own.body.errors).toMatchObject([{ field: 'password', code: 'own_name' }]);
    const answers = await Promise.all(
      [NEW_PASSWORD, 'another-harbour-32'].map((password) =>
        post('invitations/accept', { token, password, first_name: 'Norah' }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 400]);
    const won = answers[0]?.status === 204 ? NEW_PASSWORD : 'another-harbour-32';
    await desk.signIn('nora@example.com', won);
    const after = await manager.person(invited.id).expect(200);
    expect(after.body).toMatchObject({
      is_invited: false,
      is_active: true,
      is_email_verified: true,
      full_name: 'Norah Lind',
      role: 'agent',
    });
    await dead('invitations/accept/check', { token });
    await manager.resend(invited.id).expect(404);
    await manager.withdraw(invited.id).expect(404);
  });

  it('is sent again, and withdrawn, which ends the link of before; then the address is free to be invited', async () => {
    const { body: invited } = await manager.invite(invitee('omar@example.com', 'customer')).expect(201);
    await manager.resend(invited.id).expect(200);
    const [second, first] = (await mailsTo('omar@example.com')).map(tokenIn);
    await dead('invitations/accept/check', { token: first });
    await post('invitations/accept/check', { token: second }).expect(200);
    const { body: list } = await desk.http
      .get(`${API}/invitations/?search=omar`)
      .set(bearer(await desk.signIn(root.email)))
      .expect(200);
    expect(list).toMatchObject({ count: 1, results: [{ id: invited.id, role: 'customer' }] });

    await manager.invite(invitee('OMAR@example.com')).expect(409);
    await manager.withdraw(invited.id).expect(204);
    await dead('invitations/accept', { token: second, password: NEW_PASSWORD });
    expect((await manager.person(invited.id)).body).toMatchObject({ is_invited: false, is_active: false });
    const { body: again } = await manager.invite(invitee('omar@example.com')).expect(201);
    expect(again).toMatchObject({ id: invited.id, role: 'agent' });
    // The third mail within the hour; nobody is made to get a fourth.
    await manager.resend(invited.id).expect(429);
  });

  it('is not for an address that somebody has, nor for a superadmin by a manager', async () => {
    const { body } = await manager.invite(invitee(root.email)).expect(409);
    expect(body.errors).toMatchObject([{ field: 'email', code: 'taken' }]);
    const left = await desk.createUser('agent');
    await manager.toggle(left.id).expect(200);
    await manager.invite(invitee(left.email)).expect(409);
    const refused = await manager.invite(invitee('boss@example.com', 'superadmin')).expect(403);
    expect(refused.body.errors).toMatchObject([{ field: 'role' }]);
    await manager.invite({ ...invitee('x@example.com'), is_active: true }).expect(400);
    const { body: script } = await post('tokens', { name: 'Script', scopes: ['admin'] })
      .set(bearer(await desk.signIn(root.email)))
      .expect(201);
    const byToken = by(script.token as string);
    expect((await byToken.invite(invitee('robot@example.com')).expect(403)).body.type).toContain(
      'not_for_tokens',
    );
    await byToken.invite(invitee('client@example.com', 'customer')).expect(201);
  });

  it('ends when the address is corrected, when it expires and when somebody deactivates the invited', async () => {
    const tokens: Record<string, string> = {};
    const ids: Record<string, string> = {};
    for (const name of ['moved', 'late', 'dropped']) {
      const { body } = await manager.invite(invitee(`${name}@example.com`)).expect(201);
      ids[name] = body.id as string;
      tokens[name] = (await mailsTo(`${name}@example.com`)).map(tokenIn)[0] ?? '';
    }
    const boss = bearer(await desk.signIn(root.email));
    const user = (name: string) => `${API}/users/${ids[name]}/`;
    await desk.http.patch(user('moved')).set(boss).send({ email: 'moved.on@example.com' }).expect(200);
    await write('UPDATE jrd_one_time_links SET expires_at = ? WHERE user_id = ?', [
      toColumn(LONG_AGO),
      ids['late'],
    ]);
    await desk.http.delete(user('dropped')).set(boss).expect(204);
    for (const token of Object.values(tokens)) {
      await dead('invitations/accept', { token, password: NEW_PASSWORD });
    }
  });
});

describe('an address', () => {
  const me = async (access: string) =>
    (await desk.http.get(`${API}/users/me/`).set(bearer(access)).expect(200)).body as Record<string, unknown>;

  it('is proven by the mail that registering sends, by its owner alone', async () => {
    const email = 'newcomer@example.com';
    const names = { first_name: 'New', last_name: 'Comer' };
    await post('register', { email, password: PASSWORD, ...names }).expect(201);
    const [mail] = await mailsTo(email);
    expect(mail?.text).toContain('/desk/accounts/verify-email#token=');
    const token = mail === undefined ? '' : tokenIn(mail);
    const own = await desk.signIn(email);
    expect(await me(own)).toMatchObject({ is_email_verified: false });
    const other = await desk.createUser('customer');
    const refused = await post('email/verify/confirm', { token })
      .set(bearer(await desk.signIn(other.email)))
      .expect(400);
    expect(refused.body.errors).toMatchObject([{ field: 'token', code: 'dead_link' }]);
    await post('email/verify/confirm', { token }).expect(401);
    await post('email/change/confirm', { token }).set(bearer(own)).expect(400);
    await dead('password-reset/confirm', { token, new_password: NEW_PASSWORD });
    await post('email/verify/confirm', { token }).set(bearer(own)).expect(204);
    expect(await me(own)).toMatchObject({ is_email_verified: true });
    await post('email/verify').set(bearer(own)).expect(204);
    expect(await mailsTo(email)).toHaveLength(1);
  });

  it('is proven by a link that was asked for, a few times an hour', async () => {
    const person = await desk.createUser('customer');
    const own = bearer(await desk.signIn(person.email));
    for (let ask = 0; ask < 3; ask++) await post('email/verify').set(own).expect(204);
    const tooMany = await post('email/verify').set(own).expect(429);
    expect(Number(tooMany.headers['retry-after'])).toBeGreaterThan(0);
    expect(await mailsTo(person.email)).toHaveLength(3);
  });

  it('is proven by a new password too, which came by mail', async () => {
    const person = await desk.createUser('customer');
    await post('password-reset/confirm', {
      token: await resetToken(person),
      new_password: NEW_PASSWORD,
    }).expect(204);
    expect(await me(await desk.signIn(person.email, NEW_PASSWORD))).toMatchObject({
      is_email_verified: true,
    });
  });

  it('changes when the new one is proven, which ends other sessions and every other link', async () => {
    const person = await desk.createUser('customer');
    const [own, elsewhere] = [await desk.signIn(person.email), await desk.signIn(person.email)];
    const change = { email: 'moved.house@example.com', current_password: PASSWORD };
    const wrong = await post('email/change', { ...change, current_password: 'not-my-password' })
      .set(bearer(own))
      .expect(400);
    expect(wrong.body.errors).toMatchObject([{ field: 'current_password' }]);
    await post('email/change', { ...change, email: root.email })
      .set(bearer(own))
      .expect(409);
    const reset = await resetToken(person);
    await post('email/change', change).set(bearer(own)).expect(204);
    expect(await me(own)).toMatchObject({ email: person.email });
    const [notice] = await mailsTo(person.email);
    expect(notice?.subject).toBe('Somebody asked to change your email address');
    expect(notice?.text).toContain('If it was not you, choose a new password at once');
    const [proof] = await mailsTo(change.email);
    const token = proof === undefined ? '' : tokenIn(proof);

    const stranger = await desk.signIn((await desk.createUser('customer')).email);
    await post('email/change/confirm', { token }).set(bearer(stranger)).expect(400);
    await post('email/change/check', { token }).set(bearer(stranger)).expect(400);
    const { body: shown } = await post('email/change/check', { token }).set(bearer(own)).expect(200);
    expect(shown).toEqual({ email: change.email });
    await post('email/change/confirm', { token }).set(bearer(own)).expect(204);
    expect(await me(own)).toMatchObject({ email: change.email, is_email_verified: true });
    await desk.http.get(`${API}/users/me/`).set(bearer(elsewhere)).expect(401);
    await dead('password-reset/confirm', { token: reset, new_password: NEW_PASSWORD });
    await post('token', { email: person.email, password: PASSWORD }).expect(401);
    await desk.signIn(change.email);
    expect((await mailsTo(person.email))[0]?.subject).toBe('Your email address was changed');
  });

  it('does not change when somebody else took it meanwhile, or by editing oneself', async () => {
    const person = await desk.createUser('customer');
    const own = bearer(await desk.signIn(person.email));
    const email = 'contested@example.com';
    await post('email/change', { email, current_password: PASSWORD }).set(own).expect(204);
    const [proof] = await mailsTo(email);
    const names = { first_name: 'Quick', last_name: 'One' };
    await post('register', { email, password: PASSWORD, ...names }).expect(201);
    await post('email/change/confirm', { token: proof === undefined ? '' : tokenIn(proof) })
      .set(own)
      .expect(409);
    for (const access of [own, bearer(await desk.signIn(root.email))]) {
      const { body } = await desk.http
        .patch(`${API}/users/me/`)
        .set(access)
        .send({ email: 'by.the.back.door@example.com' })
        .expect(403);
      expect(body.errors).toMatchObject([{ field: 'email' }]);
    }
  });

  it('does not change any more once the password has', async () => {
    const person = await desk.createUser('customer');
    const own = await desk.signIn(person.email);
    const tokens: string[] = [];
    for (const email of ['thief.one@example.com', 'thief.two@example.com']) {
      const current_password = email.includes('one') ? PASSWORD : NEW_PASSWORD;
      const access = await desk.signIn(person.email, current_password);
      await post('email/change', { email, current_password }).set(bearer(access)).expect(204);
      tokens.push((await mailsTo(email)).map(tokenIn)[0] ?? '');
      if (email.includes('one')) {
        await post('change-password', { current_password: PASSWORD, new_password: NEW_PASSWORD })
          .set(bearer(own))
          .expect(204);
      }
    }
    const reset = { token: await resetToken(person), new_password: 'another-harbour-32' };
    await post('password-reset/confirm', reset).expect(204);
    const back = bearer(await desk.signIn(person.email, reset.new_password));
    for (const token of tokens) await post('email/change/confirm', { token }).set(back).expect(400);
  });

  it('that staff corrected is unproven again, and its links are over', async () => {
    const person = await desk.createUser('customer');
    const token = await resetToken(person);
    const { body } = await desk.http
      .patch(`${API}/users/${person.id}/`)
      .set(bearer(await desk.signIn(root.email)))
      .send({ email: 'corrected@example.com' })
      .expect(200);
    expect(body).toMatchObject({ email: 'corrected@example.com', is_email_verified: false });
    await dead('password-reset/confirm', { token, new_password: NEW_PASSWORD });
  });
});

describe('with a mail server', () => {
  let mailServer: MailServer;
  let sending: TestDesk;

  beforeAll(async () => {
    mailServer = await MailServer.start();
    sending = await createTestDesk({ env: { SMTP_URL: mailServer.url } });
  });

  afterAll(async () => {
    await sending.close();
    await mailServer.stop();
  });

  it('the link goes to its recipient, and the outbox shows none', async () => {
    const admin = await sending.createUser('superadmin');
    const person = await sending.createUser('customer');
    await sending.http.post(`${API}/password-reset/`).send({ email: person.email }).expect(204);
    await until(() => mailServer.texts.length > 0);
    const text = (mailServer.texts[0] ?? '').replace(/=\r\n/g, '').replaceAll('=3D', '=');
    const token = /#token=([\w-]{64})/.exec(text)?.[1] ?? '';
    const { body } = await sending.http
      .get('/desk/api/notifications/outbox/')
      .set(bearer(await sending.signIn(admin.email)))
      .expect(200);
    expect(body.results).toHaveLength(1);
    expect(JSON.stringify(body)).not.toContain(token);
    await sending.http
      .post(`${API}/password-reset/confirm/`)
      .send({ token, new_password: NEW_PASSWORD })
      .expect(204);
    await sending.signIn(person.email, NEW_PASSWORD);
  });
});
