import { UnitOfWork } from '@desk/platform/database';
import { Mails } from '@desk/platform/mail';

import { mayCall } from './role-matrix';
import { EXERCISES, missDeadlines, newTicket } from './support/exercises';
import { identity } from './support/provider-exercises';
import { Judge } from './support/judge';
import { type Answer, type Json, PATIENCE_MS, type Principal, World } from './support/world';

jest.setTimeout(PATIENCE_MS);

let world: World;
let judge: Judge;

beforeAll(async () => {
  world = await World.start();
  judge = new Judge(world.document);
  await fillEveryList();
});

afterAll(() => world.desk.close());

/** A list that is empty proves nothing of its rows: each gets one with everything that may be null filled, and one without. */
async function fillEveryList(): Promise<void> {
  for (const create of ['createSlaPolicy', 'createCategory', 'createTag'] as const)
    await succeed(create, 'superadmin');
  const rule = await succeed('createRule', 'superadmin');
  const body = { trigger_event: 'ticket_created', conditions: {} };
  await world.must('updateRule', 'superadmin', {
    parameters: { id: String((rule.body as Json)['id']) },
    body,
  });
  await succeed('createTicket', 'owner');
  const {
    results: [category],
  } = (await world.must('listCategories', 'agent')) as { results: Json[] };
  const ticket = await world.must('createTicket', 'agent', {
    body: {
      title: 'With everything',
      description: 'All of it',
      priority: 'low',
      category: category?.['id'],
      customer: world.who('owner').id,
      source: 'phone',
      due_date: '2030-01-01T00:00:00Z',
      tags: ['complete'],
    },
  });
  const parameters = { key: Number(ticket['id']) };
  await world.must('assignTicket', 'agent', { parameters, body: { agent_id: 'me' } });
  await world.must('addComment', 'agent', { parameters, body: { content: 'Done' } });
  await world.must('updateTicket', 'agent', { parameters, body: { status: 'resolved' } });
  await world.must('rateTicket', 'owner', { parameters, body: { rating: 4, feedback: 'Good' } });
  await missDeadlines(world, Number((await newTicket(world))['id']));
  await succeed('markNotificationRead', 'owner');
  await identity(world);
  await identity(world, world.desk.config.providers[0]?.issuer);
  await world.desk
    .get(UnitOfWork)
    .run(() =>
      world.desk
        .get(Mails)
        .queue({ to: 'owner@example.com', subject: 'Hello', text: 'Hi', html: '<p>Hi', cause: 'test' }),
    );
}

async function succeed(id: string, by: Principal): Promise<Answer> {
  const prepare = EXERCISES[id];
  if (prepare === undefined) throw new Error(`Nothing says how ${id} is called`);
  return world.call(id, by, await prepare(world, by));
}

describe('the document', () => {
  it('should be OpenAPI 3.1 with an exercise for each operation, and for nothing else', () => {
    expect(world.document.openapi).toMatch(/^3\.1\./);
    const ids = world.operations.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(Object.keys(EXERCISES).sort()).toEqual([...ids].sort());
  });

  it('should describe the set-up, which happens once', () => {
    expect(judge.complaints(world.operation('setUp'), world.firstSetUp)).toEqual([]);
  });

  it.each(Object.keys(EXERCISES).filter((id) => id !== 'setUp'))(
    'should describe what %s answers',
    async (id) => {
      const who = mayCall(id);
      expect(who).not.toEqual([]);
      for (const principal of who) {
        const answer = await succeed(id, principal);
        expect({ principal, complaints: judge.complaints(world.operation(id), answer) }).toEqual({
          principal,
          complaints: [],
        });
      }
    },
  );

  it('should describe a reply that begins a new ticket', async () => {
    const parameters = { key: Number((await newTicket(world))['id']) };
    await world.must('updateTicket', 'agent', { parameters, body: { status: 'closed' } });
    const answer = await world.call('addComment', 'owner', { parameters, body: { content: 'Again' } });
    expect(answer.body).toMatchObject({ follow_up: expect.anything() as unknown });
    expect(judge.complaints(world.operation('addComment'), answer)).toEqual([]);
  });

  it('should describe what a stale write is told, and a reply to an older conversation', async () => {
    const parameters = { key: Number((await newTicket(world))['id']) };
    await world.must('addComment', 'agent', { parameters, body: { content: 'First' } });
    for (const by of ['agent', 'owner'] as const) {
      const late = { parameters, body: { content: 'Late', last_seen_comment: 0 } };
      const stale = { ...late, headers: { 'If-Match': '"0"' } };
      const answers = [await world.call('addComment', by, late), await world.call('addComment', by, stale)];
      expect(answers.map(({ status, body }) => ({ status, body }))).toEqual([
        {
          status: 409,
          body: expect.objectContaining({ code: 'newer_comments', newer: [expect.anything()] }),
        },
        { status: 412, body: expect.objectContaining({ code: 'stale_version', current: expect.anything() }) },
      ]);
      const complaints = answers.map((answer) => judge.complaints(world.operation('addComment'), answer));
      expect(complaints).toEqual([[], []]);
      const [, told] = answers;
      const unnamed = { ...told!, body: { ...(told!.body as Json), newer: [] } };
      expect(judge.complaints(world.operation('addComment'), unnamed)).not.toEqual([]);
    }
  });

  it('should be judged strictly: nothing unnamed, missing or of another kind passes', async () => {
    const operation = world.operation('listTickets');
    const answer = await world.call('listTickets', 'agent');
    const page = answer.body as { results: Json[] };
    const [first, ...others] = page.results;
    const changed = (row: Json) => ({ ...answer, body: { ...page, results: [row, ...others] } });
    const untitled = { ...first };
    delete untitled['title'];
    for (const wrong of [
      { ...answer, body: { ...page, surprise: 1 } },
      changed({ ...first, surprise: 1 }),
      changed({ ...first, customer: { ...(first?.['customer'] as Json), password_hash: 'x' } }),
      changed(untitled),
      changed({ ...first, id: 'one' }),
    ]) {
      expect(judge.complaints(operation, wrong)).not.toEqual([]);
    }
    expect(judge.complaints(operation, answer)).toEqual([]);
  });

  it('should have been tried on rows, not on empty lists', async () => {
    const empty: string[] = [];
    for (const { id, method, parameters } of world.operations) {
      if (method !== 'GET' || parameters.length > 0) continue;
      const by = ['listNotifications', 'listIdentities'].includes(id) ? 'owner' : 'superadmin';
      const { body } = await world.call(id, by);
      const rows = Array.isArray(body) ? body : (body as { results?: unknown[] }).results;
      if (rows?.length === 0) empty.push(id);
    }
    expect(empty).toEqual([]);
  });
});
