import { createHmac } from 'node:crypto';

import { PasswordHasher } from '@desk/domains/accounts/actions/password-hasher';
import { Database, toColumn, UnitOfWork } from '@desk/platform/database';

import { createTestDesk, type TestDesk } from '../support/test-desk';

const TICKETS = '/desk/api/tickets/tickets/';
const TICKET = { title: 'The brake squeals', description: 'Since yesterday.', priority: 'low' };

let desk: TestDesk;
let token: string;
let other: string;

beforeAll(async () => {
  desk = await createTestDesk();
  token = await desk.signIn((await desk.createUser('customer')).email);
  other = await desk.signIn((await desk.createUser('customer')).email);
});

afterAll(() => desk.close());

const ask = (key: string, body: object = TICKET, access = token) =>
  desk.http
    .post(TICKETS)
    .set('Authorization', `Bearer ${access}`)
    .set('Idempotency-Key', key)
    .send(body)
    .then((answer) => answer);

async function countOfTickets(): Promise<number> {
  const [row] = await desk.get(Database).rows<{ n: number }>('SELECT count(*) AS n FROM jrd_tickets');
  return row!.n;
}

async function expectCreated(count: number, act: () => Promise<unknown>): Promise<void> {
  const before = await countOfTickets();
  await act();
  expect((await countOfTickets()) - before).toBe(count);
}

it('answers the same request with the first answer', async () => {
  await expectCreated(1, async () => {
    const first = await ask('same');
    const second = await ask('same');
    expect(first.status).toBe(201);
    expect(first.headers['idempotency-replayed']).toBeUndefined();
    expect({ status: second.status, body: second.body }).toEqual({ status: 201, body: first.body });
    expect(second.headers['idempotency-replayed']).toBe('true');
  });
});

it('refuses the key with another body', async () => {
  await ask('reused');
  await expectCreated(0, async () => {
    const changed = await ask('reused', { ...TICKET, title: 'Something else' });
    expect(changed.status).toBe(409);
    expect(changed.body).toMatchObject({ type: 'about:blank#idempotency_key_reused', status: 409 });
  });
});

it('does it once when both come at once', async () => {
  await expectCreated(1, async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => ask('at-once')));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(new Set(answers.map(({ body }) => String(body.id))).size).toBe(1);
  });
});

it('keeps the keys of people apart', async () => {
  await expectCreated(2, async () => {
    const mine = await ask('shared');
    const theirs = await ask('shared', TICKET, other);
    expect([mine.status, theirs.status]).toEqual([201, 201]);
    expect(theirs.body.id).not.toBe(mine.body.id);
  });
});

it('repeats no answer to somebody whose role has changed since', async () => {
  const root = await desk.signIn((await desk.createUser('superadmin')).email);
  const leaver = await desk.createUser('agent');
  const first = await ask('of-an-agent', TICKET, await desk.signIn(leaver.email));
  expect(first.body).toHaveProperty('is_escalated');
  await desk.http
    .patch(`/desk/api/accounts/users/${leaver.id}/`)
    .set('Authorization', `Bearer ${root}`)
    .send({ role: 'customer' })
    .expect(200);
  const again = await ask('of-an-agent', TICKET, await desk.signIn(leaver.email));
  expect(again.body).toMatchObject({ type: 'about:blank#idempotency_key_reused', status: 409 });
});

it('forgets a refused request: the corrected one may use its key', async () => {
  expect((await ask('corrected', { ...TICKET, title: '' })).status).toBe(400);
  expect((await ask('corrected')).status).toBe(201);
});

it('refuses a key that is no key', async () => {
  const answer = await ask('with a space');
  expect(answer.status).toBe(400);
  expect(answer.body.type).toBe('about:blank#malformed_idempotency_key');
});

it('begins anew after 24 hours', async () => {
  const made = await ask('a-day-later');
  const yesterday = toColumn(new Date(Date.now() - 24 * 3600 * 1000 - 1000));
  await desk
    .get(UnitOfWork)
    .run(() =>
      desk
        .get(Database)
        .write()
        .query("UPDATE idempotency_keys SET created_at = ? WHERE idempotency_key = 'a-day-later'", [
          yesterday,
        ]),
    );
  await expectCreated(1, async () => {
    const again = await ask('a-day-later');
    expect(again.status).toBe(201);
    expect(again.body.id).not.toBe(made.body.id);
  });
});

describe('a person who is made with a key', () => {
  const person = { password: 'slow-on-purpose-31', first_name: 'New', last_name: 'Person', role: 'customer' };
  let root: string;

  beforeAll(async () => {
    root = await desk.signIn((await desk.createUser('superadmin')).email);
  });

  const make = (key: string, email: string, password = person.password) =>
    desk.http
      .post('/desk/api/accounts/users/')
      .set('Authorization', `Bearer ${root}`)
      .set('Idempotency-Key', key)
      .send({ ...person, email, password })
      .then((answer) => answer);

  async function hashOf(key: string): Promise<string> {
    const sql = 'SELECT request_hash FROM idempotency_keys WHERE idempotency_key = ?';
    const [row] = await desk.get(Database).rows<{ request_hash: string }>(sql, [key]);
    return row!.request_hash;
  }

  it('is made once, and answered again without another hashing', async () => {
    const hash = jest.spyOn(desk.get(PasswordHasher), 'hash');
    const first = await make('person', 'keyed@example.com');
    const again = await make('person', 'keyed@example.com');
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual(first.body);
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect((await make('person', 'keyed@example.com', 'another-word-52')).status).toBe(409);
    expect(hash).toHaveBeenCalledTimes(1);
    hash.mockRestore();
    await desk.signIn('keyed@example.com', person.password);
  });

  it('is made once when both come at once', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => make('person-at-once', 'at-once@example.com')));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map(({ body }) => String(body.id))).size).toBe(1);
  });

  it('holds up nobody while the password is hashed', async () => {
    const hasher = desk.get(PasswordHasher);
    const hash = hasher.hash.bind(hasher);
    const slow = jest.spyOn(hasher, 'hash').mockImplementation(async (password) => {
      // Were a transaction open here, a ticket could not be made on SQLite until it ended.
      expect((await ask('while-hashing')).status).toBe(201);
      return hash(password);
    });
    expect((await make('slow', 'slow@example.com')).status).toBe(201);
    expect(slow).toHaveBeenCalledTimes(1);
    slow.mockRestore();
  });

  it('leaves no hash of the password that could be guessed at without the key of the workspace', async () => {
    const email = 'hashed@example.com';
    await make('hashed', email);
    const request = ['POST', '/desk/api/accounts/users/', 'superadmin', { ...person, email }, []];
    const keyed = createHmac('sha256', desk.config.keyFor('idempotent requests'));
    expect(await hashOf('hashed')).toBe(keyed.update(JSON.stringify(request)).digest('hex'));
  });
});

it('keeps the key of a request that wrote nothing else', async () => {
  const upload = () =>
    desk.http
      .post('/desk/api/uploads/')
      .set('Authorization', `Bearer ${token}`)
      .set('Idempotency-Key', 'one-file')
      .attach('file', Buffer.from('hello'), 'notes.txt');
  const first = await upload().expect(201);
  const again = await upload().expect(201);
  expect(again.body).toEqual(first.body);
  const rows = await desk.get(Database).rows("SELECT id FROM uploads WHERE filename = 'notes.txt'");
  expect(rows).toEqual([{ id: first.body.id }]);
});
