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
