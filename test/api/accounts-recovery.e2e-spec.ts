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
