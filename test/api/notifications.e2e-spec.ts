import type { NotificationView, Role } from '@desk/contracts';
import {
  AddComment,
  AssignTicket,
  CreateTicket,
  TicketDeleted,
  TicketQueries,
  UpdateTicket,
} from '@desk/domains/tickets';
import { WriteNotices } from '@desk/domains/notifications/actions/write-notices';
import { Clock } from '@desk/platform/clock';
import { Database, toColumn, UnitOfWork } from '@desk/platform/database';
import { EventBus, JobRunner } from '@desk/platform/events';
import { JobQueue } from '@desk/platform/queue';
import type { PersonActor } from '@desk/platform/security';

import { actorOf } from '../support/test-accounts';
import { createTestDesk, type TestDesk } from '../support/test-desk';
import { TestSocket } from '../support/test-socket';

const API = '/desk/api';

interface Listed {
  count: number;
  next: string | null;
  results: NotificationView[];
}

interface Person extends PersonActor {
  token: string;
}

let desk: TestDesk;
let root: Person;
let manager: Person;
let agent: Person;
let other: Person;
let customer: Person;
let stranger: Person;
const open: TestSocket[] = [];

async function person(role: Role): Promise<Person> {
  const user = await desk.createUser(role);
  return { ...actorOf(user), token: await desk.signIn(user.email) };
}

async function connect(who: Person): Promise<TestSocket> {
  const socket = await TestSocket.connect(desk, { token: who.token });
  open.push(socket);
  return socket;
}

function ticket(who: PersonActor = customer, title = 'The brake squeals'): Promise<number> {
  return desk.get(CreateTicket).run(who, {
    title,
    description: 'Since yesterday.',
    priority: 'medium',
    source: 'web',
    category: null,
    customer: customer.id,
    dueDate: null,
    tags: [],
    uploadIds: [],
  });
}

const comment = (
  who: PersonActor,
  ticketId: number,
  content: string,
  commentType: 'reply' | 'internal_note',
) => desk.get(AddComment).run(who, { ticketId, content, commentType });

const assign = (ticketId: number, agentId: string) =>
  desk.get(AssignTicket).run(manager, { ticketId, agentId });

const get = (who: Person, path: string) =>
  desk.http.get(`${API}/${path}`).set('Authorization', `Bearer ${who.token}`);
const post = (who: Person, path: string) =>
  desk.http.post(`${API}/${path}`).set('Authorization', `Bearer ${who.token}`);

async function quiet(): Promise<void> {
  const queue = desk.get(JobQueue);
  while ((await queue.pending()) > 0) await new Promise((resolve) => setTimeout(resolve, 20));
}

async function typesOf(who: Person, ticketId: number): Promise<string[]> {
  const { body } = await get(who, `notifications/?ticket=${ticketId}&ordering=created_at`).expect(200);
  return (body as Listed).results.map((each) => each.notification_type);
}

beforeAll(async () => {
  desk = await createTestDesk({ env: { PUBLIC_URL: 'https://desk.example' } });
  root = await person('superadmin');
  manager = await person('manager');
  agent = await person('agent');
  other = await person('agent');
  customer = await person('customer');
  stranger = await person('customer');
});

afterEach(() => {
  for (const socket of open.splice(0)) socket.close();
});

afterAll(() => desk.close());

describe('the handshake', () => {
  it.each([
    ['nothing', {}],
    ['a forged token', { token: 'no.such.token' }],
    ['a cookie of nobody', { headers: { Cookie: 'desk_session=nobody', Origin: 'https://desk.example' } }],
  ])('is refused with %s', async (_what, handshake) => {
    await expect(TestSocket.connect(desk, handshake)).rejects.toThrow('Sign in to connect');
  });

  it('is refused in every namespace, also in the one that Socket.IO opens by itself', async () => {
    await expect(TestSocket.connect(desk, {}, '/')).rejects.toThrow('Sign in to connect');
  });

  it('takes the session cookie from a page of ours, and from no other', async () => {
    const { email } = customer;
    const answer = await desk.http
      .post(`${API}/accounts/session/`)
      .set('Origin', 'https://desk.example')
      .send({ email, password: 'plain-sailing-87' })
      .expect(200);
    const Cookie = answer.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
    const refused = TestSocket.connect(desk, { headers: { Cookie, Origin: 'https://evil.example' } });
    await expect(refused).rejects.toThrow('Sign in to connect');
    const socket = await TestSocket.connect(desk, { headers: { Cookie, Origin: 'https://desk.example' } });
    expect(socket.connected).toBe(true);
    socket.close();
  });

  it('does not outlive a deactivation', async () => {
    const leaver = await person('agent');
    const [first, second] = [await connect(leaver), await connect(leaver)];
    const bystander = await connect(agent);
    await post(manager, `accounts/users/${leaver.id}/toggle/`).expect(200);
    await Promise.all([first.untilDisconnected(), second.untilDisconnected()]);
    expect(bystander.connected).toBe(true);
    await expect(connect(leaver)).rejects.toThrow('Sign in to connect');
  });

  it('does not outlive a change of role', async () => {
    const riser = await person('agent');
    const socket = await connect(riser);
    await desk.http
      .patch(`${API}/accounts/users/${riser.id}/`)
      .set('Authorization', `Bearer ${root.token}`)
      .send({ role: 'manager' })
      .expect(200);
    await socket.untilDisconnected();
  });
});

describe('the inbox', () => {
  it('pushes a notice as the REST list shows it, with the count', async () => {
    const socket = await connect(agent);
    const id = await ticket();
    const { body: before } = await get(agent, 'notifications/unread-count/').expect(200);
    await assign(id, agent.id);
    const push = await socket.until(
      'notification',
      (each) => each['notification_type'] === 'ticket_assigned',
    );
    const count = await socket.until('unread_count');
    expect(count).toEqual({ count: (before as { count: number }).count + 1 });
    const { body } = await get(agent, 'notifications/?is_read=false&page_size=1').expect(200);
    expect(body.results[0]).toEqual(push);
    expect(push).toMatchObject({ ticket: { id, title: 'The brake squeals' }, is_read: false, read_at: null });
  });

  it('tells those the model names, and nobody else', async () => {
    const id = await ticket();
    await assign(id, agent.id);
    await comment(agent, id, 'We look at it.', 'reply');
    await comment(other, id, 'Ask the workshop first.', 'internal_note');
    await comment(customer, id, 'Thank you.', 'reply');
    await desk.get(UpdateTicket).run(other, { ticketId: id, changes: { priority: 'high' } });
    await desk.get(UpdateTicket).run(agent, { ticketId: id, changes: { status: 'resolved' } });
    await quiet();
    expect((await typesOf(manager, id)).sort()).toEqual(['comment_added', 'ticket_created']);
    expect((await typesOf(agent, id)).sort()).toEqual([
      'comment_added',
      'comment_added',
      'priority_change',
      'ticket_assigned',
    ]);
    expect((await typesOf(customer, id)).sort()).toEqual([
      'comment_added',
      'priority_change',
      'ticket_resolved',
    ]);
    expect(await typesOf(other, id)).toEqual([]);
    expect(await typesOf(stranger, id)).toEqual([]);
  });

  it('tells nobody of their own act, whatever their part in the ticket', async () => {
    const id = await ticket(manager);
    await assign(id, manager.id);
    await comment(manager, id, 'I take it myself.', 'internal_note');
    await comment(customer, id, 'Thank you.', 'reply');
    await desk.get(UpdateTicket).run(manager, { ticketId: id, changes: { priority: 'high' } });
    await quiet();
    expect(await typesOf(manager, id)).toEqual(['comment_added']);
    expect(await typesOf(customer, id)).toEqual(['priority_change']);
  });

  it('tells nobody who has lost access since it happened', async () => {
    const [leaver, demoted] = [await person('agent'), await person('agent')];
    const [left, kept] = [await ticket(), await ticket()];
    await assign(left, leaver.id);
    await assign(kept, demoted.id);
    await quiet();
    // Between the act and its delivery: the queue hands nothing out while the two lose their place.
    await desk.get(JobQueue).stop();
    await comment(other, left, 'For whoever has this.', 'internal_note');
    await comment(other, kept, 'For whoever has this.', 'internal_note');
    await post(manager, `accounts/users/${leaver.id}/toggle/`).expect(200);
    await desk.http
      .patch(`${API}/accounts/users/${demoted.id}/`)
      .set('Authorization', `Bearer ${root.token}`)
      .send({ role: 'customer' })
      .expect(200);
    const runner = desk.get(JobRunner);
    await desk.get(JobQueue).start(runner.run);
    await quiet();
    const rows = await desk
      .get(Database)
      .rows<{ user_id: string; notification_type: string }>(
        'SELECT user_id, notification_type FROM jrd_notifications WHERE user_id IN (?, ?)',
        [leaver.id, demoted.id],
      );
    expect(rows).toEqual([{ user_id: leaver.id, notification_type: 'ticket_assigned' }]);
  });

  it('leaves nothing that staff were told to somebody who becomes a customer', async () => {
    const leaver = await person('agent');
    const id = await ticket();
    await assign(id, leaver.id);
    await comment(manager, id, 'Between us', 'internal_note');
    const inbox = async (who: Person) => (await get(who, 'notifications/').expect(200)).body as Listed;
    while ((await inbox(leaver)).count < 2) await new Promise((resolve) => setTimeout(resolve, 20));
    const becomes = (role: Role) =>
      desk.http
        .patch(`${API}/accounts/users/${leaver.id}/`)
        .set('Authorization', `Bearer ${root.token}`)
        .send({ role })
        .expect(200);
    await becomes('manager');
    const promoted = { ...leaver, token: await desk.signIn(leaver.email) };
    expect((await inbox(promoted)).count).toBe(2);
    await becomes('customer');
    const demoted = { ...leaver, token: await desk.signIn(leaver.email) };
    expect(await inbox(demoted)).toMatchObject({ count: 0, results: [] });
  });

  it('tells a person once of one event, whatever their reasons and however often it is delivered', async () => {
    const id = await ticket();
    await assign(id, manager.id);
    await quiet();
    // The manager is the agent as well: two reasons to hear of a customer's reply.
    await comment(customer, id, 'Any news?', 'reply');
    await quiet();
    expect(await typesOf(manager, id)).toEqual(['ticket_created', 'comment_added']);
    const [row] = await desk.get(Database).rows<{ event_id: string; n: number }>(
      `SELECT event_id, COUNT(*) AS n FROM jrd_notifications
         WHERE ticket_id = ? AND user_id = ? AND notification_type = 'comment_added' GROUP BY event_id`,
      [id, manager.id],
    );
    expect(row?.n).toBe(1);
    const notice = { userId: manager.id, type: 'comment_added', title: 'Again', message: '' } as const;
    await desk.get(WriteNotices).run(row?.event_id ?? '', id, [{ ...notice, forCustomers: true }]);
    expect(await typesOf(manager, id)).toEqual(['ticket_created', 'comment_added']);
  });

  it('is read one by one or as a whole, and tells the other tabs', async () => {
    const [here, there] = [await connect(manager), await connect(manager)];
    await ticket();
    await ticket();
    await quiet();
    const { body } = await get(manager, 'notifications/?is_read=false').expect(200);
    expect(body.count).toBeGreaterThan(1);
    const [{ id }] = body.results;
    const read = await post(manager, `notifications/${id}/read/`).expect(200);
    expect(read.body).toMatchObject({ id, is_read: true, read_at: expect.stringMatching(/Z$/) });
    for (const tab of [here, there]) await tab.until('unread_count', ({ count }) => count === body.count - 1);
    const again = await post(manager, `notifications/${id}/read/`).expect(200);
    expect(again.body.read_at).toBe(read.body.read_at);
    await post(manager, 'notifications/mark_all_read/').expect(200, { updated: body.count - 1 });
    for (const tab of [here, there]) await tab.until('unread_count', ({ count }) => count === 0);
    await post(manager, 'notifications/mark-all-read/').expect(200, { updated: 0 });
    await get(manager, 'notifications/unread-count/').expect(200, { count: 0 });
  });

  it('is walked by page and by cursor in one order', async () => {
    const whole = (await get(manager, 'notifications/?page_size=100').expect(200)).body as Listed;
    const walked: string[] = [];
    let next: string | null = `${API}/notifications/?page_size=2&cursor=`;
    while (next !== null) {
      const answer: { body: unknown } = await desk.http
        .get(next)
        .set('Authorization', `Bearer ${manager.token}`)
        .expect(200);
      const page = answer.body as Listed;
      walked.push(...page.results.map((each) => each.id));
      next = page.next;
    }
    expect(walked).toEqual(whole.results.map((each) => each.id));
    expect(walked).toHaveLength(whole.count);
  });

  it('is everybody’s own', async () => {
    const [{ id }] = (await get(manager, 'notifications/').expect(200)).body.results;
    await post(customer, `notifications/${id}/read/`).expect(404);
    await post(customer, 'notifications/not-an-id/read/').expect(404);
    await desk.http.get(`${API}/notifications/`).expect(401);
  });

  it('refuses what it does not know', async () => {
    await get(agent, 'notifications/?is_read=perhaps').expect(400);
    await get(agent, 'notifications/?notification_type=gossip').expect(400);
    await get(agent, 'notifications/?colour=red').expect(400);
    await get(agent, 'notifications/?ordering=title').expect(400);
  });
});

describe('mail to customers', () => {
  const outbox = async () => {
    await quiet();
    const { body } = await get(root, 'notifications/outbox/?page_size=100').expect(200);
    return body.results as { to: string; subject: string; text: string; html: string; state: string }[];
  };

  it('carries answers and the resolution, nothing internal, and is kept for superadmins', async () => {
    const before = (await outbox()).length;
    const id = await ticket(customer, 'Mail me');
    await comment(agent, id, 'The workshop says it is the pads.', 'internal_note');
    await comment(agent, id, 'We send new pads.', 'reply');
    await comment(customer, id, 'Thank you.', 'reply');
    await desk.get(UpdateTicket).run(agent, { ticketId: id, changes: { status: 'resolved' } });
    const mails = await outbox();
    const fresh = mails.slice(0, mails.length - before);
    expect(fresh.map(({ subject }) => subject.replace(/JRD-\w+/, 'JRD')).sort()).toEqual([
      '[JRD] Resolved: Mail me',
      `[JRD] ${agent.name} replied: Mail me`,
    ]);
    for (const mail of fresh) {
      expect(mail).toMatchObject({ to: customer.email, state: 'kept' });
      expect(mail.text).toMatch(/https:\/\/desk\.example\/desk\/tickets\/JRD-\w+/);
      expect(mail.text + mail.html).not.toContain('workshop');
    }
  });

  it('goes to nobody who does not want it', async () => {
    const silent = await person('customer');
    await desk.http
      .patch(`${API}/accounts/users/me/`)
      .set('Authorization', `Bearer ${silent.token}`)
      .send({ email_notifications: false })
      .expect(200);
    const before = (await outbox()).length;
    const id = await desk.get(CreateTicket).run(silent, {
      title: 'Quiet please',
      description: 'No mail.',
      priority: 'low',
      source: 'web',
      category: null,
      customer: silent.id,
      dueDate: null,
      tags: [],
      uploadIds: [],
    });
    await comment(agent, id, 'As you like.', 'reply');
    expect(await outbox()).toHaveLength(before);
  });

  it('is read by superadmins alone', async () => {
    await get(manager, 'notifications/outbox/').expect(403);
    await get(customer, 'notifications/outbox/').expect(403);
  });
});

describe('live tickets', () => {
  it('tells staff of every change, and customers of theirs with their version', async () => {
    const id = await ticket();
    await quiet();
    const [theirs, ours] = [await connect(customer), await connect(agent)];
    const mine = (await theirs.ask('ticket:watch', { ticket_id: id })) as { ok: true; version: number };
    const staffs = (await ours.ask('tickets:watch', { ticket_ids: [id] })) as { ok: true };
    expect([mine.ok, staffs.ok]).toEqual([true, true]);

    await comment(agent, id, 'Nobody tells the customer this.', 'internal_note');
    await ours.until('ticket:changed', ({ ticket_id }) => ticket_id === id);
    await quiet();
    expect(theirs.of('ticket:changed')).toEqual([]);

    await comment(agent, id, 'We send new pads.', 'reply');
    const change = await theirs.until('ticket:changed');
    await quiet();
    expect(change).toEqual({ ticket_id: id, version: mine.version + 1 });
    expect(JSON.stringify(theirs.heard)).not.toContain('Nobody tells');
    expect(ours.of('ticket:changed').length).toBeGreaterThan(1);
  });

  it('lets nobody watch what they may not read', async () => {
    const id = await ticket();
    const socket = await connect(stranger);
    expect(await socket.ask('ticket:watch', { ticket_id: id })).toEqual({ ok: false, error: 'not_found' });
    expect(await socket.ask('ticket:watch', { ticket_id: 999_999 })).toEqual({
      ok: false,
      error: 'not_found',
    });
    expect(await socket.ask('tickets:watch', { ticket_ids: [id] })).toEqual({
      ok: false,
      error: 'forbidden',
    });
    await comment(agent, id, 'We send new pads.', 'reply');
    await quiet();
    expect(socket.of('ticket:changed')).toEqual([]);
  });

  it.each([
    undefined,
    null,
    'one',
    [1, 2],
    { ticket_id: 'one' },
    { ticket_id: 1, colour: 'red' },
    { ticket_id: -1 },
  ])('refuses %j as a watch', async (payload) => {
    const socket = await connect(agent);
    expect(await socket.ask('ticket:watch', payload)).toEqual({ ok: false, error: 'invalid' });
  });

  it('says no more of a deleted ticket than that it changed', async () => {
    const id = await ticket();
    await quiet();
    const facts = await desk.get(TicketQueries).facts(id);
    const { reference, title, version, publicVersion } = facts!;
    const ref = {
      ticketId: id,
      reference,
      title,
      version,
      publicVersion,
      isPublic: true,
      customerId: customer.id,
      assignedAgentId: null,
    };
    const socket = await connect(customer);
    await socket.ask('ticket:watch', { ticket_id: id });
    const now = toColumn(new Date());
    await desk.get(UnitOfWork).run(async () => {
      await desk.get(Database).write().query('UPDATE jrd_tickets SET deleted_at = ? WHERE id = ?', [now, id]);
      await desk.get(EventBus).publish(TicketDeleted, manager, ref);
    });
    await socket.until('ticket:changed', ({ ticket_id }) => ticket_id === id);
    expect(await socket.ask('ticket:watch', { ticket_id: id })).toEqual({ ok: false, error: 'not_found' });
  });
});

describe('presence', () => {
  const usersOf = (push: Record<string, unknown>) =>
    push['users'] as { id: string; name: string; state: string }[];
  const seeing =
    (...expected: string[]) =>
    (push: Record<string, unknown>) =>
      usersOf(push)
        .map(({ id, state }) => `${id} ${state}`)
        .sort()
        .join() === expected.sort().join();

  it('shows staff who else is there, several tabs as one person, the stronger state first', async () => {
    const id = await ticket();
    const [tab, secondTab, watcher, theirs] = [
      await connect(agent),
      await connect(agent),
      await connect(other),
      await connect(customer),
    ];
    await theirs.ask('ticket:watch', { ticket_id: id });
    await watcher.ask('ticket:watch', { ticket_id: id });
    await tab.ask('ticket:watch', { ticket_id: id });
    await watcher.until('ticket:presence', seeing(`${other.id} viewing`, `${agent.id} viewing`));
    await secondTab.ask('ticket:watch', { ticket_id: id, state: 'replying' });
    const both = await watcher.until(
      'ticket:presence',
      seeing(`${other.id} viewing`, `${agent.id} replying`),
    );
    expect(usersOf(both).find((user) => user.id === agent.id)?.name).toBe(agent.name);
    secondTab.close();
    watcher.heard.length = 0;
    await watcher.until('ticket:presence', seeing(`${other.id} viewing`, `${agent.id} viewing`));
    await tab.ask('ticket:unwatch', { ticket_id: id });
    await watcher.until('ticket:presence', seeing(`${other.id} viewing`));
    expect(theirs.of('ticket:presence')).toEqual([]);
  });

  it('forgets who has not been heard of for 25 seconds', async () => {
    const id = await ticket();
    const [gone, stays] = [await connect(agent), await connect(other)];
    await gone.ask('ticket:watch', { ticket_id: id });
    await stays.ask('tickets:watch', { ticket_ids: [id] });
    const clock = desk.get(Clock);
    const now = jest.spyOn(clock, 'present').mockImplementation(() => new Date(Date.now() + 26_000));
    try {
      const push = await stays.until('ticket:presence', ({ ticket_id }) => ticket_id === id);
      expect(usersOf(push)).toEqual([]);
    } finally {
      now.mockRestore();
    }
  });
});
