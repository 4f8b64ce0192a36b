import { randomUUID } from 'node:crypto';

import type { Response } from 'supertest';

import { dearness } from '../support/dearness';
import { PASSWORD } from '../support/test-desk';
import { type Body, TestTickets, TICKETS } from '../support/test-tickets';

const API = '/desk/api/accounts';
let tickets: TestTickets;
let ticket: Body;

beforeAll(async () => {
  tickets = await TestTickets.start();
  ticket = await tickets.open({ title: 'Printer', description: 'On fire' });
});

afterAll(() => tickets.close());

const fieldsOf = (answer: Response) =>
  ((answer.body as { errors?: { field: string; code: string }[] }).errors ?? []).map(
    ({ field, code }) => `${field} ${code}`,
  );

/** While a request is judged nobody else is served, so a long one may not cost much more than the same in pieces. */
describe('one request does not keep the others waiting', () => {
  const asking = (body: object, status: number) => async () => {
    await tickets.as('customer', 'post', TICKETS).send(body).expect(status);
  };

  it('with a list of a hundred thousand ids', async () => {
    const ids = (length: number) => Array.from({ length }, (_, index) => `id-${index}`);
    const ask = (length: number) => asking({ upload_ids: ids(length) }, 400);
    expect(await dearness(50, ask(2000), ask(100_000))).toBeLessThan(15);
  });

  it('with a description of a hundred thousand letters', async () => {
    const ask = (length: number) => asking({ title: 'Long', description: 'a'.repeat(length) }, 201);
    expect(await dearness(50, ask(2000), ask(100_000))).toBeLessThan(15);
  });
});

it('refuses a body that is nested too deeply, whatever stands in its header', async () => {
  const content = `{"content":${'['.repeat(400_000)}${']'.repeat(400_000)}}`;
  for (const key of [undefined, 'deep']) {
    const answer = await tickets
      .as('customer', 'post', `${String(ticket['id'])}/comment`)
      .set('Content-Type', 'application/json')
      .set(key === undefined ? {} : { 'Idempotency-Key': key })
      .send(content);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ code: 'too_deep' });
  }
});

it.each(['\ufe0f', '\ufe0e'])(
  'counts every character of a text, also what only chooses a shape: %j',
  async (sign) => {
    const body = { title: `x${sign.repeat(300)}`, description: 'Long' };
    const answer = await tickets.as('customer', 'post', TICKETS).send(body);
    expect([answer.status, fieldsOf(answer)]).toEqual([400, ['title too_long']]);
  },
);

it('takes a title of three hundred signs that are two halves each', async () => {
  const body = { title: '😀'.repeat(300), description: 'Short' };
  expect((await tickets.as('customer', 'post', TICKETS).send(body)).status).toBe(201);
});

it.each([
  ['a line break', '"a\r\nBcc: victim@example.com"@example.com'],
  ['quotes', '"a b"@example.com'],
  ['a sign that turns the direction', 'anna\u202e@example.com'],
  ['a sign that is not seen', 'anna\u200b@example.com'],
  ['a space of another kind', 'anna\u00a0b@example.com'],
  ['an end', 'anna@example.com\u0000'],
])('refuses an address with %s', async (_, email) => {
  const person = { email, password: PASSWORD, first_name: 'Anna', last_name: 'Example' };
  const answer = await tickets.desk.http.post(`${API}/register/`).send(person);
  expect([answer.status, fieldsOf(answer)]).toEqual([400, ['email not_an_email']]);
});

it('refuses an address that is too long in small letters', async () => {
  const domain = `${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.example`;
  const email = `${'İ'.repeat(32)}@${domain}`;
  expect(email.length).toBeLessThanOrEqual(254);
  const answer = await tickets.desk.http.post(`${API}/token/`).send({ email, password: 'x' });
  expect([answer.status, fieldsOf(answer)]).toEqual([400, ['email too_long']]);
});

it('keeps a name, a title and a tag in one line and one direction', async () => {
  const email = `${randomUUID()}@example.com`;
  const person = { email, password: PASSWORD, first_name: 'An\nna\u202e', last_name: 'Ex\u0000ample' };
  const { body } = await tickets.desk.http.post(`${API}/register/`).send(person).expect(201);
  expect((body as { user: Body }).user).toMatchObject({ first_name: 'An na', last_name: 'Ex ample' });
  const opened = await tickets.open({ title: 'gpj.\u202eexe\r\nBcc: x', description: 'x' });
  expect(opened['title']).toBe('gpj.exe Bcc: x');
  const tagged = await tickets.open({ tags: ['an\nswer', 'ti\u202eger'] }, 'agent');
  expect((tagged['tags'] as Body[]).map(({ name }) => name)).toEqual(['an swer', 'tiger']);
});

it('asks for a value once that a filter names a thousand times', async () => {
  const source = Array.from({ length: 1500 }, () => 'web').join(',');
  const statuses = 'open,in_progress,pending,resolved,closed';
  const path = `${TICKETS}?ordering=priority&status=${statuses}&source=${source}`;
  expect((await tickets.as('agent', 'get', path)).status).toBe(200);
});

it('answers a form where none is asked for like any other wrong body', async () => {
  for (const path of [`${API}/token/`, `${API}/register/`, `${API}/session/`]) {
    const answer = await tickets.desk.http.post(path).field('email', 'a@example.com').field('password', 'x');
    expect(answer.status).toBe(415);
  }
});

it('takes a reply of somebody whose two names are longer than the column of one', async () => {
  const person = { first_name: 'A'.repeat(150), last_name: 'B'.repeat(150) };
  await tickets.as('customer', 'patch', `${API}/users/me/`).send(person).expect(200);
  const answer = await tickets.comment('customer', ticket, { content: 'Still burning' }).expect(201);
  expect((answer.body as Body)['author_name']).toBe(`${person.first_name} ${person.last_name}`);
});
