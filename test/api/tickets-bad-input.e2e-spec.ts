import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import type { Response } from 'supertest';

import { type Body, TestTickets, TICKETS, type Verb, type Who } from '../support/test-tickets';

const TABLES = [
  'jrd_tickets',
  'jrd_ticket_comments',
  'jrd_ticket_attachments',
  'jrd_ticket_activities',
  'jrd_ticket_tags',
  'jrd_tags',
  'jrd_categories',
  'jrd_sla_clocks',
  'ticket_search',
  'uploads',
  'idempotency_keys',
];
const WHOLE = { title: 'Printer', description: 'On fire' };
const LIMIT = 1000;

let tickets: TestTickets;
let ticket: Body;
let key: string;

beforeAll(async () => {
  tickets = await TestTickets.start({ env: { MAX_UPLOAD_BYTES: String(LIMIT) } });
  ticket = await tickets.open({ ...WHOLE, description: 'word' });
  key = String(ticket['id']);
});

afterAll(() => tickets.close());

/** How many rows and which files there are, and the ticket as staff see it. */
async function everything(): Promise<unknown> {
  const rows: Record<string, unknown> = {};
  for (const table of TABLES) rows[table] = await tickets.rows(`SELECT count(*) AS n FROM ${table}`);
  const folder = join(tickets.desk.config.dataDir, 'files');
  const entries = existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    : [];
  const files = entries.map((entry) => entry.name).sort();
  return { rows, files, ticket: await tickets.read('agent', ticket) };
}

/** A request that is refused in the one form, naming what it should, and leaves nothing behind. */
async function refused(ask: () => PromiseLike<Response>, status: number, field?: string, code?: string) {
  const before = await everything();
  const answer = await ask();
  const body = answer.body as Body;
  expect(body).toMatchObject({
    type: expect.stringMatching(/^about:blank#\w+$/) as string,
    title: expect.any(String) as string,
    status,
    detail: expect.any(String) as string,
    instance: expect.stringMatching(/^\/desk\/api\//) as string,
    request_id: answer.headers['x-request-id'],
  });
  expect(answer.status).toBe(status);
  expect(answer.headers['content-type']).toContain('application/problem+json');
  if (field !== undefined) {
    const error = { field, message: expect.any(String) as string, ...(code === undefined ? {} : { code }) };
    expect(body['errors']).toEqual([expect.objectContaining(error)]);
  }
  expect(await everything()).toEqual(before);
}

describe('a body', () => {
  it.each<[string, Verb, string, Body, string, string]>([
    ['an unknown field', 'post', '', { ...WHOLE, colour: 'red' }, 'colour', 'unknown_field'],
    ['a field of the desk', 'post', '', { ...WHOLE, sla_policy: 1 }, 'sla_policy', 'unknown_field'],
    ['no title', 'post', '', { description: 'x' }, 'title', 'wrong_type'],
    ['a blank title', 'post', '', { ...WHOLE, title: '   ' }, 'title', 'too_short'],
    ['a title of the wrong type', 'post', '', { ...WHOLE, title: { $gt: '' } }, 'title', 'wrong_type'],
    ['a title that is too long', 'post', '', { ...WHOLE, title: 'x'.repeat(301) }, 'title', 'too_long'],
    [
      'too long a text',
      'post',
      '',
      { ...WHOLE, description: 'x'.repeat(100_001) },
      'description',
      'too_long',
    ],
    ['an unknown priority', 'post', '', { ...WHOLE, priority: 'huge' }, 'priority', 'not_allowed'],
    ['an unknown category', 'post', '', { ...WHOLE, category: 999 }, 'category', 'unknown_category'],
    ['tags that are no list', 'post', '', { ...WHOLE, tags: 'one' }, 'tags', 'wrong_type'],
    [
      'an upload of nobody',
      'post',
      '',
      { ...WHOLE, upload_ids: ['019c0000-0000-7000-8000-000000000001'] },
      'upload_ids',
      'unknown_upload',
    ],
    [
      'an unknown customer',
      'post',
      '',
      { ...WHOLE, customer: '019c0000-0000-7000-8000-000000000001' },
      'customer',
      'unknown_customer',
    ],
    [
      'a new ticket for an agent who is none',
      'post',
      '',
      { ...WHOLE, assigned_agent: '019c0000-0000-7000-8000-000000000001' },
      'assigned_agent',
      'unknown_agent',
    ],
    ['a status that is none', 'patch', 'KEY', { status: 'done' }, 'status', 'not_allowed'],
    ['no status at all', 'patch', 'KEY', { status: null }, 'status', 'not_allowed'],
    ['a date that is none', 'patch', 'KEY', { due_date: 'tomorrow' }, 'due_date', 'not_an_instant'],
    [
      'an agent who is none',
      'patch',
      'KEY',
      { assigned_agent: '019c0000-0000-7000-8000-000000000001' },
      'assigned_agent',
      'unknown_agent',
    ],
    ['no content', 'post', 'KEY/comment', {}, 'content', 'wrong_type'],
    ['an empty paragraph', 'post', 'KEY/comment', { content: '<p> </p>' }, 'content', 'empty'],
    [
      'an unknown kind of comment',
      'post',
      'KEY/comment',
      { content: 'x', comment_type: 'shout' },
      'comment_type',
      'not_allowed',
    ],
    ['a rating out of range', 'post', 'KEY/rate', { rating: 6 }, 'rating', 'too_large'],
  ])('with %s is a 400 that names it', async (_what, verb, path, body, field, code) => {
    const who: Who = path.endsWith('rate') ? 'customer' : 'agent';
    const address = path === '' ? TICKETS : path.replace('KEY', key);
    await refused(() => tickets.as(who, verb, address).send(body), 400, field, code);
  });

  it('of broken JSON is a 400', async () => {
    const send = () =>
      tickets.as('agent', 'post', TICKETS).set('Content-Type', 'application/json').send('{"title": "x');
    await refused(send, 400);
  });

  it('of an unknown kind is a 415', async () => {
    await refused(
      () => tickets.as('agent', 'post', TICKETS).set('Content-Type', 'text/csv').send('a;b'),
      415,
    );
  });

  it.each(['__proto__', 'constructor', 'prototype'])('cannot bring %s', async (name) => {
    const text = `{"title":"a","description":"b","${name}":{"role":"superadmin"}}`;
    const send = () =>
      tickets.as('agent', 'post', TICKETS).set('Content-Type', 'application/json').send(text);
    await refused(send, 400);
  });
});

describe('a list', () => {
  it.each([
    ['colour=red', 'colour'],
    ['status=done', 'status'],
    ['status=open,done', 'status'],
    ['priority=huge', 'priority'],
    ['source=fax', 'source'],
    ['assigned_agent=me-too', 'assigned_agent'],
    ['customer=1', 'customer'],
    ['category=hardware', 'category'],
    ['is_escalated=perhaps', 'is_escalated'],
    ['created_after=yesterday', 'created_after'],
    ['ordering=title', 'ordering'],
    ['ordering=-customer', 'ordering'],
    ['page=0', 'page'],
    ['page_size=101', 'page_size'],
    ['cursor=nonsense', 'cursor'],
  ])('asked with %s is a 400 that names it', async (query, field) => {
    await refused(() => tickets.as('agent', 'get', `${TICKETS}?${query}`), 400, field);
  });
});

describe('an id', () => {
  const ids = [
    '0',
    '999999999',
    '99999999999999999999',
    '-1',
    '1.5',
    'JRD-000000',
    'abc',
    '1%20OR%201=1',
    '%27',
    '..%2F1',
  ];

  it.each(ids)('like %s names nothing, whatever is asked of it', async (id) => {
    await refused(() => tickets.as('agent', 'get', id), 404);
    await refused(() => tickets.as('agent', 'patch', id).send({ priority: 'low' }), 404);
    await refused(() => tickets.as('agent', 'post', `${id}/comment`).send({ content: 'x' }), 404);
    await refused(() => tickets.as('agent', 'get', `/desk/api/tickets/attachments/${id}/download`), 404);
  });
});

describe('a person', () => {
  it.each<[Who, Verb, string, Body]>([
    ['customer', 'post', 'KEY/assign', { agent_id: 'me' }],
    ['customer', 'post', 'KEY/escalate', {}],
    ['customer', 'delete', 'KEY', {}],
    ['agent', 'delete', 'KEY', {}],
    ['agent', 'post', 'KEY/rate', { rating: 5 }],
  ])('who is %s may not %s %s', async (who, verb, path, body) => {
    await refused(() => tickets.as(who, verb, path.replace('KEY', key)).send(body), 403);
  });

  it.each(['customer', 'assigned_agent', 'source', 'due_date', 'tags'])(
    'who is a customer may not say %s',
    async (field) => {
      const values: Body = {
        customer: tickets.people.stranger.id,
        assigned_agent: tickets.people.stranger.id,
        source: 'phone',
        due_date: '2026-12-01T00:00:00Z',
        tags: ['vip'],
      };
      const body = { ...WHOLE, [field]: values[field] };
      await refused(() => tickets.as('customer', 'post', TICKETS).send(body), 403, field);
    },
  );

  it.each<[Verb, string, Body]>([
    ['get', 'KEY', {}],
    ['get', 'KEY/comments', {}],
    ['get', 'KEY/activities', {}],
    ['get', 'KEY/attachments', {}],
    ['patch', 'KEY', { status: 'closed' }],
    ['put', 'KEY', { status: 'closed' }],
    ['post', 'KEY/comment', { content: 'x' }],
    ['post', 'KEY/rate', { rating: 1 }],
  ])('does not know of the ticket of another: %s %s', async (verb, path, body) => {
    await refused(() => tickets.as('stranger', verb, path.replace('KEY', key)).send(body), 404);
  });

  it('who is not signed in is asked to', async () => {
    await refused(() => tickets.desk.http.get(`${TICKETS}/${key}`), 401);
    await refused(() => tickets.desk.http.post(TICKETS).send(WHOLE), 401);
  });
});

describe('a file', () => {
  const post = (path: string) =>
    tickets.as('customer', 'post', path).field('title', 'x').field('description', 'y');

  it('that is too large is a 413, and the one before it goes with it', async () => {
    const send = () =>
      post(TICKETS)
        .attach('files', Buffer.from('small'), 'small.txt')
        .attach('files', Buffer.alloc(LIMIT + 1, 'x'), 'large.txt');
    await refused(send, 413, 'files', 'file_too_large');
  });

  it('that is empty is a 400', async () => {
    await refused(
      () => post(TICKETS).attach('files', Buffer.alloc(0), 'empty.txt'),
      400,
      'file',
      'empty_file',
    );
  });

  it('under a name that is none is a 400', async () => {
    await refused(
      () => post(TICKETS).attach('photo', Buffer.from('x'), 'x.txt'),
      400,
      'photo',
      'unknown_field',
    );
  });

  it('goes with a request that is refused for another reason', async () => {
    const comment = () =>
      tickets
        .as('stranger', 'post', `${key}/comment`)
        .field('content', 'mine')
        .attach('files', Buffer.from('left behind?'), 'x.txt');
    await refused(comment, 404);
    const create = () =>
      post(TICKETS).field('colour', 'red').attach('files', Buffer.from('and now?'), 'x.txt');
    await refused(create, 400, 'colour');
  });

  it.each([
    ['../../../etc/passwd', 'passwd'],
    ['..\\..\\windows\\system.ini', 'system.ini'],
    ['/absolute/path.txt', 'path.txt'],
    ['.htaccess', 'htaccess'],
    ['..', 'file'],
    ['a\u202egnp.exe', 'agnp.exe'],
  ])('named %s lies where its content says, under its last name', async (sent, shown) => {
    const answer = await post(TICKETS)
      .attach('files', Buffer.from(`content of ${sent}`), sent)
      .expect(201);
    const sentWith = await tickets.list('customer', `${String((answer.body as Body)['id'])}/attachments`);
    expect(sentWith).toEqual([expect.objectContaining({ filename: shown })]);
    const { files } = (await everything()) as { files: string[] };
    for (const name of files) expect(name).toMatch(/^[0-9a-f]{64}$/);
  });
});
