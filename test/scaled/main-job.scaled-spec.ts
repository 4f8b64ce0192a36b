import { migrateDatabaseDown } from '@desk/backend/prepare-database';

import { NOTE, NOTE_MARKER, QUESTION, REPLY, TAG, URGENT_POLICY, urgentRules } from '../support/main-job';
import { ADMIN } from '../support/operator';
import { TestSocket } from '../support/test-socket';
import { ScaledDesk } from './scaled-desk';

type Body = Record<string, unknown>;

const AGENT = {
  email: 'agent@desk.example',
  password: 'slow-green-river',
  first_name: 'Ana',
  last_name: 'Agent',
};
const CUSTOMER = { email: 'ada@customer.example', password: 'brown-kettle-whistle' };

/** Somebody whose requests go to the API processes in turn, as a proxy without affinity sends them. */
class Caller {
  private requests = 0;

  private constructor(private readonly token: string) {}

  static async signIn({ email, password }: { email: string; password: string }): Promise<Caller> {
    const pair = (await send(desk.url(0), 'POST', '/accounts/token/', { email, password })) as Body;
    return new Caller(String(pair['access']));
  }

  ask(method: 'GET' | 'POST' | 'PATCH', path: string, body?: object): Promise<unknown> {
    return send(desk.url(this.requests++ % 2), method, path, body, this.token);
  }

  async listen(api: number): Promise<TestSocket> {
    const page = await TestSocket.connect(
      { url: desk.url(api), config: { urlPrefix: '/desk' } },
      { token: this.token },
    );
    pages.push(page);
    return page;
  }
}

let desk: ScaledDesk;
const pages: TestSocket[] = [];

async function send(
  url: string,
  method: string,
  path: string,
  body?: object,
  token?: string,
): Promise<unknown> {
  const answer = await fetch(`${url}/api${path}`, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  return JSON.parse(text);
}

beforeAll(async () => {
  desk = await ScaledDesk.start({ apis: 2, workers: 2 });
});

afterAll(async () => {
  for (const page of pages) page.close();
  await desk.stop();
});

it('the main job goes its way whichever process serves, pushes or works', async () => {
  const admin = await Caller.signIn(ADMIN);
  const { id: agentId } = (await admin.ask('POST', '/accounts/users/', { ...AGENT, role: 'agent' })) as Body;
  await admin.ask('POST', '/sla/policies/', URGENT_POLICY);
  for (const rule of urgentRules(String(agentId))) await admin.ask('POST', '/automation/rules/', rule);
  await send(desk.url(1), 'POST', '/accounts/register/', {
    ...CUSTOMER,
    first_name: 'Ada',
    last_name: 'Customer',
  });
  const agent = await Caller.signIn(AGENT);
  const customer = await Caller.signIn(CUSTOMER);

  // Both are connected to processes that neither make the changes nor write the notices.
  const agentHears = await agent.listen(1);
  const customerHears = await customer.listen(0);
  const opened = (await customer.ask('POST', '/tickets/tickets/', QUESTION)) as Body;
  expect(opened).toMatchObject({ assigned_agent: { id: agentId }, tags: [{ name: TAG }] });
  expect(opened['sla_response_deadline']).toEqual(expect.any(String));
  const about = (push: Body) => (push['ticket'] as Body | null)?.['id'] === opened['id'];
  await agentHears.until('notification', about);
  await agentHears.until('unread_count', ({ count }) => count === 1);

  const ticket = `/tickets/tickets/${String(opened['ticket_id'])}`;
  const watched = (await customerHears.ask('ticket:watch', { ticket_id: opened['id'] })) as {
    version: number;
  };
  await agentHears.ask('ticket:watch', { ticket_id: opened['id'], state: 'replying' });
  for (let each = 0; each < 2; each++) {
    await agent.ask('POST', `${ticket}/comment/`, {
      content: `${NOTE} ${each}`,
      comment_type: 'internal_note',
    });
  }
  await agent.ask('POST', `${ticket}/comment/`, { content: REPLY, comment_type: 'reply' });
  await customerHears.until('ticket:changed', ({ version }) => Number(version) > watched.version);
  await customerHears.until('notification', about);
  expect(JSON.stringify(customerHears.heard)).not.toContain(NOTE_MARKER);

  await agent.ask('PATCH', ticket, { status: 'resolved' });
  await customer.ask('POST', `${ticket}/rate/`, { rating: 5 });
  expect(await agent.ask('GET', ticket)).toMatchObject({ status: 'resolved', csat_rating: 5 });
  const notices = (await agent.ask('GET', '/notifications/')) as { results: Body[] };
  const kinds = notices.results.map((notice) => notice['notification_type']);
  expect(new Set(kinds).size).toBe(kinds.length);
});

it('staff see on one process who writes on another', async () => {
  const admin = await Caller.signIn(ADMIN);
  const agent = await Caller.signIn(AGENT);
  const [here, there] = [await admin.listen(0), await agent.listen(1)];
  const { results } = (await admin.ask('GET', '/tickets/tickets/')) as { results: Body[] };
  const ticket_id = results[0]?.['id'];
  await here.ask('ticket:watch', { ticket_id });
  await there.ask('ticket:watch', { ticket_id, state: 'replying' });
  const both = await here.until('ticket:presence', ({ users }) => (users as Body[]).length === 2);
  expect(both['users']).toEqual(
    expect.arrayContaining([expect.objectContaining({ name: 'Ana Agent', state: 'replying' })]),
  );
});

it('who is deactivated is cut off on every process', async () => {
  const admin = await Caller.signIn(ADMIN);
  const agent = await Caller.signIn(AGENT);
  const ends = [await agent.listen(0), await agent.listen(1)].map((page) => page.untilDisconnected());
  const { results } = (await admin.ask('GET', `/accounts/users/?search=${AGENT.email}`)) as {
    results: Body[];
  };
  await admin.ask('POST', `/accounts/users/${String(results[0]?.['id'])}/toggle/`);
  await Promise.all(ends);
  for (let each = 0; each < 2; each++)
    await expect(agent.ask('GET', '/accounts/users/me/')).rejects.toThrow(': 401');
});

it('nobody changes the schema under a process of several; each ends well, and then it may be done', async () => {
  const back = () => migrateDatabaseDown(desk.config, { to: null, loseData: true }, new Date());
  const served = /^Process \d+ on \S+ serves the database; stop it first$/;
  await expect(back()).rejects.toThrow(served);
  expect(await desk.end(desk.workers)).toEqual([0, 0]);
  await expect(back()).rejects.toThrow(served);
  expect(await desk.end(desk.apis)).toEqual([0, 0]);
  expect(await back()).toHaveLength(1);
});
