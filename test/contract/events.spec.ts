import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { PasswordResetRequested } from '@desk/domains/accounts';
import { type DeskEvent, ListenerRegistry } from '@desk/platform/events';

import { until } from '../support/until';
import { TestSocket } from '../support/test-socket';
import { CLIENT_EVENTS, EVENTS, type Presence, SERVER_EVENTS, TICKET_CHANGES } from './event-shapes';
import { EXERCISES, missDeadlines, newTicket } from './support/exercises';
import { PATIENCE_MS, type Principal, World } from './support/world';

jest.setTimeout(PATIENCE_MS);

const DOMAINS = join(__dirname, '../../libs/domains');
const AFTER_EVERYBODY = 1_000;

let world: World;
const said: DeskEvent<unknown>[] = [];

beforeAll(async () => {
  world = await World.start(['http', 'work']);
  const events = EVENTS.map(({ definition }) => definition);
  world.desk.get(ListenerRegistry).addWithin({ events, order: AFTER_EVERYBODY }, async (event) => {
    said.push(event);
  });
});

afterAll(() => world.desk.close());

async function act(id: string, by: Principal): Promise<void> {
  const exercise = await EXERCISES[id]?.(world, by);
  await world.must(id, by, exercise);
}

/** What is wrong with a payload by its pinned keys. */
function complaints(payload: object, keys: Record<string, Presence>): string[] {
  const given = Object.entries(payload).flatMap(([key, value]) => (value === undefined ? [] : [key]));
  const unknown = given.filter((key) => !(key in keys));
  const missing = Object.keys(keys).filter((key) => keys[key] === 'always' && !given.includes(key));
  return [...unknown.map((key) => `${key} is not pinned`), ...missing.map((key) => `${key} is missing`)];
}

describe('events of the domains', () => {
  it('should all be pinned, by name and version', () => {
    const sources = readdirSync(DOMAINS, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('spec.ts'))
      .map((file) => readFileSync(join(DOMAINS, file), 'utf8'));
    const defined = sources.flatMap((source) =>
      [...source.matchAll(/= defineEvent\b[^(]*\(\s*'([^']+)'/g)].map(([, name]) => name),
    );
    expect(defined.sort()).toEqual(EVENTS.map(({ name }) => name).sort());
    expect(EVENTS.map(({ definition }) => [definition.name, definition.version])).toEqual(
      EVENTS.map(({ name, version }) => [name, version]),
    );
  });

  it('should carry the pinned keys when they are really said', async () => {
    for (const id of [
      'createSlaPolicy',
      'registerCustomer',
      'createUser',
      'deactivateUser',
      'askPasswordReset',
    ]) {
      await act(id, 'superadmin');
    }
    const { id } = await world.person('customer');
    for (const turn of ['toggleUser', 'toggleUser'])
      await world.must(turn, 'manager', { parameters: { id } });
    await world.must('updateUser', 'superadmin', { parameters: { id }, body: { role: 'agent' } });
    const moved = { email: 'moved.by.staff@example.com' };
    await world.must('updateUser', 'manager', { parameters: { id }, body: moved });
    await world.must('createApiToken', 'stranger', { body: { name: 'Script', scopes: ['read'] } });
    await act('endOtherSessions', 'stranger');
    await act('invitePerson', 'manager');
    await act('askEmailChange', 'stranger');
    await act('confirmEmailChange', 'stranger');
    await act('changePassword', 'stranger');
    await world.call('signOut', 'stranger');

    const low = { title: 'Late', description: 'Very', priority: 'low' };
    const ticket = await world.must('createTicket', 'owner', { body: low });
    const parameters = { key: Number(ticket['id']) };
    await world.must('assignTicket', 'agent', { parameters, body: { agent_id: 'me' } });
    await missDeadlines(world, parameters.key);
    await world.must('addComment', 'agent', { parameters, body: { content: 'Sorry' } });
    const category = await world.must('createCategory', 'manager', { body: { name: 'Complaints' } });
    const body = {
      title: 'Later',
      description: 'More',
      due_date: '2030-01-01T00:00:00Z',
      tags: ['slow'],
      category: category['id'],
    };
    await world.must('updateTicket', 'agent', { parameters, body });
    await world.must('escalateTicket', 'agent', { parameters, body: {} });
    await world.must('updateTicket', 'agent', { parameters, body: { status: 'resolved', priority: 'high' } });
    await world.must('rateTicket', 'owner', { parameters, body: { rating: 1 } });
    await world.must('addComment', 'owner', { parameters, body: { content: 'Not at all' } });
    await world.must('deleteTicket', 'manager', { parameters });

    await until(() => said.some(({ name }) => name === PasswordResetRequested.name));

    for (const { name, version, keys } of EVENTS) {
      const events = said.filter((event) => event.name === name);
      const wrong = events.flatMap(({ payload }) => complaints(payload as object, keys));
      expect({
        name,
        seen: events.length > 0,
        versions: new Set(events.map((event) => event.version)),
        wrong,
      }).toEqual({
        name,
        seen: true,
        versions: new Set([version]),
        wrong: [],
      });
    }
    const changes = said
      .filter(({ name }) => name === 'tickets.changed')
      .map(({ payload }) => (payload as { changes: object }).changes);
    expect(changes.flatMap((change) => complaints(change, TICKET_CHANGES))).toEqual([]);
    const changed = new Set(changes.flatMap((change) => Object.keys(change)));
    expect([...changed].sort()).toEqual(Object.keys(TICKET_CHANGES).sort());
    const envelopes = new Set(said.map((event) => Object.keys(event).sort().join()));
    expect([...envelopes]).toEqual(['actor,at,causes,id,name,payload,requestId,version']);
  });
});

describe('events of the sockets', () => {
  let agent: TestSocket;

  beforeAll(async () => {
    agent = await TestSocket.connect(world.desk, { token: world.who('agent').token });
  });

  afterAll(() => {
    agent.close();
  });

  it('should be sent with the pinned keys', async () => {
    const body = { title: 'Held by nobody', description: 'So it can be assigned' };
    const ticket = await world.must('createTicket', 'owner', { body });
    const parameters = { key: Number(ticket['id']) };
    await agent.ask('ticket:watch', { ticket_id: parameters.key, state: 'viewing' });
    await world.must('assignTicket', 'manager', { parameters, body: { agent_id: world.who('agent').id } });
    for (const [event, keys] of Object.entries(SERVER_EVENTS)) {
      const payload = await agent.until(event);
      expect({ event, wrong: complaints(payload, keys as Record<string, Presence>) }).toEqual({
        event,
        wrong: [],
      });
    }
    const unpinned = agent.heard.filter(({ event }) => !(event in SERVER_EVENTS));
    expect(unpinned).toEqual([]);
  });

  it('should be taken with the pinned keys, and refused with any other', async () => {
    const key = Number((await newTicket(world))['id']);
    const values: Record<string, unknown> = { ticket_id: key, ticket_ids: [key], state: 'replying' };
    for (const [event, keys] of Object.entries(CLIENT_EVENTS)) {
      const whole = Object.fromEntries(Object.keys(keys).map((name) => [name, values[name]]));
      expect(await agent.ask(event, whole)).toMatchObject({ ok: true });
      expect(await agent.ask(event, { ...whole, surprise: 1 })).toMatchObject({ ok: false });
      for (const [name, presence] of Object.entries(keys)) {
        const without = Object.fromEntries(Object.entries(whole).filter(([other]) => other !== name));
        expect(await agent.ask(event, without)).toMatchObject({ ok: presence === 'sometimes' });
      }
    }
  });
});
