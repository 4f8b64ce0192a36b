import { type Body, TestTickets, type Who } from '../support/test-tickets';

interface Listed {
  count: number;
  next: string | null;
  previous: string | null;
  results: Body[];
}

const WRITTEN = 12;

let tickets: TestTickets;
let ticket: Body;
let path: string;

beforeAll(async () => {
  tickets = await TestTickets.start();
  ticket = await tickets.open();
  path = String(ticket['id']);
  for (let number = 1; number <= WRITTEN; number++) {
    const comment_type = number % 3 === 0 ? 'internal_note' : 'reply';
    await tickets.comment('agent', ticket, { content: `Number ${number}`, comment_type }).expect(201);
  }
});

afterAll(() => tickets.close());

const ask = async (by: Who, rest: string) =>
  (await tickets.as(by, 'get', rest.startsWith('/') ? rest : `${path}/${rest}`).expect(200)).body as Listed;
const numbers = ({ results }: Listed) => results.map(({ content }) => Number(String(content).slice(7)));

async function walked(by: Who, start: string): Promise<Listed[]> {
  const pages: Listed[] = [];
  for (let next: string | null = start; next !== null;) {
    const page = await ask(by, next);
    pages.push(page);
    next = page.next;
  }
  return pages;
}

describe('a conversation', () => {
  it('is read by the page, oldest first', async () => {
    const first = await ask('agent', 'comments?page_size=5');
    expect(first).toMatchObject({ count: WRITTEN, previous: null });
    expect(numbers(first)).toEqual([1, 2, 3, 4, 5]);
    const second = await ask('agent', String(first.next));
    expect(numbers(second)).toEqual([6, 7, 8, 9, 10]);
    expect(numbers(await ask('agent', String(second.next)))).toEqual([11, 12]);
    expect((await ask('agent', 'comments')).results).toHaveLength(WRITTEN);
  });

  it('is walked from its end, so that the latest is there first', async () => {
    const pages = await walked('agent', 'comments?ordering=-created_at&page_size=5&cursor=');
    expect(pages.map(numbers)).toEqual([
      [12, 11, 10, 9, 8],
      [7, 6, 5, 4, 3],
      [2, 1],
    ]);
  });

  it('is counted and walked without notes for the customer', async () => {
    const pages = await walked('customer', 'comments?ordering=-created_at&page_size=3&cursor=');
    expect(pages.map(numbers)).toEqual([
      [11, 10, 8],
      [7, 5, 4],
      [2, 1],
    ]);
    expect(pages[0]?.count).toBe(8);
    expect(await ask('customer', 'comments?comment_type=internal_note')).toMatchObject({ count: 0 });
    expect(await ask('agent', 'comments?comment_type=internal_note')).toMatchObject({ count: 4 });
  });

  it('answers a reply to an older state with what came after it', async () => {
    const [, , third] = (await ask('agent', 'comments')).results;
    const body = { content: 'Too late', last_seen_comment: third?.['id'] };
    const held = await tickets.comment('customer', ticket, body).expect(409);
    expect((held.body as { newer: Body[] }).newer.map(({ content }) => content)).toEqual(
      [4, 5, 7, 8, 10, 11].map((number) => `Number ${number}`),
    );
  });
});

it('the trail is read by page and cursor too, and by kind', async () => {
  const all = (await walked('agent', 'activities?page_size=5&cursor=')).flatMap(({ results }) => results);
  expect(all.map(({ activity_type }) => activity_type)).toEqual([
    'created',
    ...Array.from({ length: WRITTEN }, () => 'commented'),
  ]);
  expect(await ask('customer', 'activities?page_size=1')).toMatchObject({ count: 9 });
  const [latest] = (await ask('agent', 'activities?ordering=-created_at&page_size=1')).results;
  expect(latest).toEqual(all.at(-1));
  expect(await ask('agent', 'activities?activity_type=created')).toMatchObject({ count: 1 });
});

it('files are those of the ticket, of one comment, or all', async () => {
  const with_file = async (request: ReturnType<TestTickets['as']>, name: string) =>
    (await request.attach('files', Buffer.from(name), name).expect(201)).body as Body;
  const opening = tickets.as('customer', 'post', '').field('title', 'Files').field('description', 'See them');
  const opened = await with_file(opening, 'first.txt');
  const id = String(opened['id']);
  const comment = tickets.as('agent', 'post', `${id}/comment`).field('content', 'Look');
  const { id: commentId } = await with_file(comment.field('comment_type', 'internal_note'), 'second.txt');
  const names = async (by: Who, query = '') =>
    (await tickets.list(by, `${id}/attachments${query}`)).map(({ filename }) => filename);
  expect(await names('agent')).toEqual(['first.txt', 'second.txt']);
  expect(await names('agent', '?ordering=-uploaded_at')).toEqual(['second.txt', 'first.txt']);
  expect(await names('agent', '?comment=none')).toEqual(['first.txt']);
  expect(await names('agent', `?comment=${String(commentId)}`)).toEqual(['second.txt']);
  expect(await names('customer')).toEqual(['first.txt']);
  expect(await names('customer', `?comment=${String(commentId)}`)).toEqual([]);
});

it.each([
  'comments?ordering=author',
  'comments?comment_type=whisper',
  'comments?author=1',
  'comments?cursor=zzz',
  'activities?activity_type=gossip',
  'attachments?comment=first',
  'attachments?page_size=101',
])('refuses %s', async (query) => {
  await tickets.as('agent', 'get', `${path}/${query}`).expect(400);
});

it('categories are pages as well: searched, filtered, walked by name', async () => {
  const address = '/desk/api/tickets/categories';
  for (const [name, is_active] of [
    ['Zebras', true],
    ['apples', true],
    ['Bananas', false],
  ] as const) {
    await tickets.as('manager', 'post', address).send({ name, is_active }).expect(201);
  }
  const named = (pages: Listed[]) => pages.map(({ results }) => results.map(({ name }) => name));
  expect(named(await walked('agent', `${address}?page_size=2&cursor=`))).toEqual([
    ['apples', 'Bananas'],
    ['Zebras'],
  ]);
  expect(named([await ask('agent', `${address}?ordering=-name`)])).toEqual([['Zebras', 'Bananas', 'apples']]);
  expect(named([await ask('agent', `${address}?search=AN`)])).toEqual([['Bananas']]);
  expect(named([await ask('agent', `${address}?is_active=false`)])).toEqual([['Bananas']]);
  expect(await ask('customer', address)).toMatchObject({ count: 2, next: null, previous: null });
});
