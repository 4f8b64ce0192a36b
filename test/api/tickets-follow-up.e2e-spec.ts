import { JobQueue } from '@desk/platform/queue';

import { type Body, TestTickets, TICKETS } from '../support/test-tickets';
import { until } from '../support/until';

let tickets: TestTickets;
let categories = 0;

beforeAll(async () => {
  tickets = await TestTickets.start();
});

afterAll(() => tickets.close());

const move = (ticket: Body, status: string) =>
  tickets.as('agent', 'patch', String(ticket['id'])).send({ status }).expect(200);

async function closedTicket(): Promise<Body> {
  const category = await tickets
    .as('manager', 'post', '/desk/api/tickets/categories')
    .send({ name: `Category ${(categories += 1)}` })
    .expect(201);
  const ticket = await tickets.open({ priority: 'high', category: (category.body as Body)['id'] });
  await move(ticket, 'closed');
  return ticket;
}

describe("a customer's reply on a closed ticket", () => {
  it('begins a ticket that goes on from it', async () => {
    const closed = await closedTicket();
    const answer = await tickets
      .as('customer', 'post', `${String(closed['id'])}/comment`)
      .field('content', 'It burns again')
      .attach('files', Buffer.from('smoke'), 'smoke.txt')
      .expect(201);
    const { follow_up } = answer.body as { follow_up: Body };
    expect(follow_up).toEqual({
      id: expect.any(Number) as number,
      ticket_id: expect.stringMatching(/^JRD-/) as string,
    });
    const ticket = await tickets.read('customer', follow_up);
    expect(ticket).toMatchObject({
      ticket_id: follow_up['ticket_id'],
      title: closed['title'],
      description: 'It burns again',
      status: 'open',
      priority: 'high',
      category: { id: (closed['category'] as Body)['id'] },
      customer: { id: tickets.people.customer.id },
      follow_up_of: { id: closed['id'], ticket_id: closed['ticket_id'] },
    });
    const files = await tickets.list('customer', `${String(follow_up['id'])}/attachments`);
    expect(files).toEqual([expect.objectContaining({ filename: 'smoke.txt', comment: null })]);
  });

  it('leaves the closed ticket as it was, and both trails tell', async () => {
    const closed = await closedTicket();
    const before = await tickets.read('customer', closed);
    const { body } = await tickets.comment('customer', closed, { content: 'Again' }).expect(201);
    const { follow_up } = body as { follow_up: Body };
    expect(await tickets.read('customer', closed)).toEqual(before);
    expect(await tickets.list('agent', `${String(closed['id'])}/comments`)).toEqual([]);
    expect((await tickets.trail('agent', closed)).at(-1)).toMatchObject({
      activity_type: 'updated',
      about: 'follow_up',
      new_value: follow_up['ticket_id'],
      description: `Followed up by ${String(follow_up['ticket_id'])}`,
    });
    expect((await tickets.trail('customer', follow_up))[0]).toMatchObject({
      activity_type: 'created',
      description: `Ticket created as a follow-up of ${String(closed['ticket_id'])}`,
    });
  });

  it('begins one ticket however often it is sent with one Idempotency-Key', async () => {
    const closed = await closedTicket();
    const send = () =>
      tickets.comment('customer', closed, { content: 'Once' }).set('Idempotency-Key', 'follow-up');
    const first = await send().expect(201);
    expect((await send().expect(201)).body).toEqual(first.body);
    const { body } = await tickets.as('agent', 'get', `${TICKETS}?search=once`).expect(200);
    expect(body).toMatchObject({ count: 1 });
  });

  it('is not to be had by a stranger, and is nothing that staff do', async () => {
    const closed = await closedTicket();
    await tickets.comment('stranger', closed, { content: 'Mine?' }).expect(404);
    const answer = await tickets.comment('agent', closed, { content: 'By the way' }).expect(201);
    expect(answer.body).toMatchObject({ content: 'By the way', comment_type: 'reply' });
    expect(await tickets.read('agent', closed)).toMatchObject({ status: 'closed' });
  });
});

describe('a reply written against an older state', () => {
  it('is held with what came after, as its author may see it, until it is sent anyway', async () => {
    const ticket = await tickets.open();
    const first = (await tickets.comment('agent', ticket, { content: 'One' }).expect(201)).body as Body;
    const seen = { content: 'Mine', last_seen_comment: first['id'] };
    const note = { content: 'between us', comment_type: 'internal_note' };
    await tickets.comment('manager', ticket, note).expect(201);
    await tickets.comment('customer', ticket, seen).expect(201);
    await tickets.comment('manager', ticket, { content: 'Two' }).expect(201);
    const held = await tickets.comment('customer', ticket, seen).expect(409);
    expect(held.body).toMatchObject({ type: 'about:blank#newer_comments' });
    const { newer } = held.body as { newer: Body[] };
    expect(newer.map((comment) => comment['content'])).toEqual(['Mine', 'Two']);
    expect(newer[1]).toMatchObject({ author: { id: tickets.people.manager.id }, attachments: [] });
    await tickets.comment('customer', ticket, { ...seen, send_anyway: true }).expect(201);
    const forStaff = (await tickets.comment('agent', ticket, seen).expect(409)).body as { newer: Body[] };
    expect(forStaff.newer.map((comment) => comment['content'])).toEqual([
      'between us',
      'Mine',
      'Two',
      'Mine',
    ]);
  });
});

describe("a customer's reply on a resolved ticket", () => {
  it('reopens it and is told once', async () => {
    const ticket = await tickets.open();
    await tickets
      .as('agent', 'post', `${String(ticket['id'])}/assign`)
      .send({ agent_id: 'me' })
      .expect(201);
    await move(ticket, 'resolved');
    await tickets.comment('customer', ticket, { content: 'Still burning' }).expect(201);
    expect(await tickets.read('customer', ticket)).toMatchObject({ status: 'open' });
    const queue = tickets.desk.get(JobQueue);
    await until(async () => (await queue.pending()) === 0);
    const inbox = async (who: 'agent' | 'customer') => {
      const path = `/desk/api/notifications/?ticket=${String(ticket['id'])}`;
      const { body } = await tickets.as(who, 'get', path).expect(200);
      return (body as { results: Body[] }).results.map((notice) => notice['notification_type']);
    };
    expect(await inbox('agent')).toEqual(['comment_added']);
    expect(await inbox('customer')).not.toContain('status_change');
  });
});
