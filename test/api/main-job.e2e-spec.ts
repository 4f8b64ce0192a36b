import {
  NOTE,
  NOTE_MARKER,
  QUESTION,
  REPLY,
  REPLY_MARKER,
  sha256,
  TAG,
  threeMegabytes,
  URGENT_POLICY,
  urgentRules,
} from '../support/main-job';
import { createTestDesk, type TestDesk, type TestPerson } from '../support/test-desk';
import { TestSocket } from '../support/test-socket';
import { until } from '../support/until';

type Body = Record<string, unknown>;

const API = '/desk/api';
const TICKETS = `${API}/tickets/tickets`;
const CUSTOMER = { email: 'ada@customer.example', password: 'brown-kettle-whistle' };

/** What every person of this file may do over HTTP: each call carries their own token. */
class Caller {
  constructor(readonly token: string) {}

  get(path: string) {
    return desk.http.get(path).set('Authorization', `Bearer ${this.token}`);
  }

  post(path: string) {
    return desk.http.post(path).set('Authorization', `Bearer ${this.token}`);
  }

  patch(path: string) {
    return desk.http.patch(path).set('Authorization', `Bearer ${this.token}`);
  }

  socket(): Promise<TestSocket> {
    return TestSocket.connect(desk, { token: this.token });
  }
}

let desk: TestDesk;
let agentPerson: TestPerson;
let agent: Caller;
let superadmin: Caller;
const sockets: TestSocket[] = [];

beforeAll(async () => {
  desk = await createTestDesk();
  agentPerson = await desk.createUser('agent');
  agent = new Caller(await desk.signIn(agentPerson.email));
  superadmin = new Caller(await desk.signIn((await desk.createUser('superadmin')).email));
  await superadmin.post(`${API}/sla/policies/`).send(URGENT_POLICY).expect(201);
  for (const rule of urgentRules(agentPerson.id)) {
    await superadmin.post(`${API}/automation/rules/`).send(rule).expect(201);
  }
});

afterAll(async () => {
  for (const socket of sockets) socket.close();
  await desk.close();
});

async function connect(caller: Caller): Promise<TestSocket> {
  const socket = await caller.socket();
  sockets.push(socket);
  return socket;
}

async function register(): Promise<Caller> {
  await desk.http
    .post(`${API}/accounts/register/`)
    .send({ ...CUSTOMER, first_name: 'Ada', last_name: 'Customer' })
    .expect(201);
  return new Caller(await desk.signIn(CUSTOMER.email, CUSTOMER.password));
}

/** Everything that a customer can read of a ticket, one text for each way. */
async function allThatIsReadable(customer: Caller, ticket: string): Promise<Map<string, string>> {
  const ways = ['', '/comments/', '/attachments/', '/activities/'].map((rest) => `${ticket}${rest}`);
  ways.push(`${TICKETS}/`, `${API}/notifications/`);
  const read = new Map<string, string>();
  for (const way of ways) read.set(way, JSON.stringify((await customer.get(way).expect(200)).body));
  return read;
}

async function rows(caller: Caller, list: string): Promise<Body[]> {
  return ((await caller.get(list).expect(200)).body as { results: Body[] }).results;
}

/** Every mail that the desk has written, each as one text. */
async function allMails(): Promise<string[]> {
  return (await rows(superadmin, `${API}/notifications/outbox/?page_size=100`)).map((mail) =>
    JSON.stringify(mail),
  );
}

async function mailsTo(address: string, count: number): Promise<string[]> {
  const theirs = async () => (await allMails()).filter((mail) => mail.includes(`"to":"${address}"`));
  await until(async () => (await theirs()).length >= count);
  return theirs();
}

async function countFound(caller: Caller, word: string): Promise<unknown> {
  const { body } = await caller.get(`${TICKETS}/`).query({ search: word }).expect(200);
  return (body as Body)['count'];
}

describe('the main job', () => {
  it('takes a ticket from the customer’s question to five stars', async () => {
    const file = threeMegabytes();
    const agentHears = await connect(agent);
    const customer = await register();
    const customerHears = await connect(customer);

    // The customer asks; rules and service levels have acted before the answer goes out.
    const asked = await customer
      .post(`${TICKETS}/`)
      .field(QUESTION)
      .attach('files', file.buffer, file.name)
      .expect(201);
    const opened = asked.body as Body;
    const id = opened['id'] as number;
    const ticket = `${TICKETS}/${String(opened['ticket_id'])}`;
    expect(opened).toMatchObject({
      ...QUESTION,
      ticket_id: expect.stringMatching(/^JRD-[A-Z0-9]{6}$/) as string,
      status: 'open',
      assigned_agent: { id: agentPerson.id },
      tags: [{ name: TAG }],
      sla_response_deadline: hoursAfter(opened['created_at'], 1),
      sla_resolution_deadline: hoursAfter(opened['created_at'], 8),
    });

    // The agent is told at once and reads what was asked, the file to the last byte.
    const told = await agentHears.until('notification', (push) => isAbout(push, id));
    expect(told).toMatchObject({ notification_type: 'ticket_assigned', is_read: false });
    await agentHears.until('unread_count', ({ count }) => count === 1);
    await agent.get(ticket).expect(200);
    const [listed] = await rows(agent, `${ticket}/attachments/`);
    expect(listed).toMatchObject({ filename: file.name, file_size: file.buffer.length });
    for (const caller of [agent, customer]) {
      const { body } = await caller.get(`${API}/tickets/attachments/${String(listed?.['id'])}/download/`);
      expect(sha256(body as Buffer)).toBe(sha256(file.buffer));
    }

    // A note with a file for the team, then a reply for the customer, who watches.
    const watched = (await customerHears.ask('ticket:watch', { ticket_id: id })) as { version: number };
    await agent
      .post(`${ticket}/comment/`)
      .field({ content: NOTE, comment_type: 'internal_note' })
      .attach('files', Buffer.from(NOTE), `${NOTE_MARKER}.txt`)
      .expect(201);
    await agent.post(`${ticket}/comment/`).send({ content: REPLY, comment_type: 'reply' }).expect(201);
    const changed = await customerHears.until('ticket:changed', ({ ticket_id }) => ticket_id === id);
    expect(changed).toEqual({ ticket_id: id, version: watched.version + 1 });
    await customerHears.until(
      'notification',
      (push) => isAbout(push, id) && push['notification_type'] === 'comment_added',
    );

    // The reply is everywhere where it belongs, the note nowhere where the customer can look.
    const comments = await rows(customer, `${ticket}/comments/`);
    expect(comments).toEqual([expect.objectContaining({ content: REPLY, comment_type: 'reply' })]);
    for (const [way, text] of await allThatIsReadable(customer, ticket)) {
      expect([way, text]).toEqual([way, expect.not.stringContaining(NOTE_MARKER)]);
    }
    expect(await countFound(customer, REPLY_MARKER)).toBe(1);
    expect(await countFound(customer, NOTE_MARKER)).toBe(0);
    expect(await countFound(agent, NOTE_MARKER)).toBe(1);
    const files = await rows(agent, `${ticket}/attachments/`);
    const noteFile = files.find(({ filename }) => filename === `${NOTE_MARKER}.txt`);
    await customer.get(`${API}/tickets/attachments/${String(noteFile?.['id'])}/download/`).expect(404);

    // The agent resolves, the customer hears it and gives five stars; the agent sees them.
    await agent.patch(ticket).send({ status: 'resolved' }).expect(200);
    await customerHears.until('ticket:changed', ({ version }) => Number(version) > watched.version + 1);
    expect((await customer.get(ticket).expect(200)).body).toMatchObject({ status: 'resolved' });
    await customer.post(`${ticket}/rate/`).send({ rating: 5, feedback: 'Quick and kind' }).expect(201);
    expect((await agent.get(ticket).expect(200)).body).toMatchObject({
      status: 'resolved',
      csat_rating: 5,
      csat_feedback: 'Quick and kind',
      first_response_at: expect.any(String) as string,
      sla_response_met: true,
      sla_resolution_met: true,
    });
    expect(JSON.stringify(customerHears.heard)).not.toContain(NOTE_MARKER);

    // The mails tell of the reply and the solution, and none of them of the note.
    const mails = await mailsTo(CUSTOMER.email, 2);
    expect(mails.some((mail) => mail.includes(REPLY_MARKER))).toBe(true);
    for (const mail of await allMails()) expect(mail).not.toContain(NOTE_MARKER);
  });
});

function hoursAfter(instant: unknown, hours: number): string {
  return new Date(Date.parse(String(instant)) + hours * 3_600_000).toISOString();
}

function isAbout(push: Body, ticketId: number): boolean {
  return (push['ticket'] as Body | null)?.['id'] === ticketId;
}
