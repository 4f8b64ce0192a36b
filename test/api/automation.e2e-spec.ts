import type { Response } from 'supertest';

import type { Role } from '@desk/contracts';
import type { Page } from '@desk/platform/http';

import { createTestDesk, type TestDesk, type TestPerson } from '../support/test-desk';

const RULES = '/desk/api/automation/rules/';
const LOGS = '/desk/api/automation/logs/';
const TICKETS = '/desk/api/tickets/tickets/';
const ROLES = ['superadmin', 'manager', 'agent', 'customer'] as const;
const NOBODY = '018f0000-0000-7000-8000-000000000009';

interface Rule {
  id: string;
  name: string;
  priority_order: number;
  is_active: boolean;
  disabled_reason: string | null;
  runs: { last_error: string | null };
}

interface Stats {
  total_executions: number;
  successful: number;
  failed: number;
}

interface Ticket {
  id: number;
  ticket_id: string;
  assigned_agent: { id: string } | null;
  tags: { name: string }[];
}

let desk: TestDesk;
let people: Record<Role, TestPerson>;
let tokens: Record<Role, string>;

beforeAll(async () => {
  desk = await createTestDesk();
  const entries: [Role, TestPerson, string][] = [];
  for (const role of ROLES) {
    const person = await desk.createUser(role);
    entries.push([role, person, await desk.signIn(person.email)]);
  }
  people = Object.fromEntries(entries.map(([role, person]) => [role, person])) as typeof people;
  tokens = Object.fromEntries(entries.map(([role, , token]) => [role, token])) as typeof tokens;
});

afterAll(() => desk.close());

/** Each test has the desk to itself. */
afterEach(async () => {
  for (const rule of (await read<Page<Rule>>('superadmin', `${RULES}?page_size=100`)).results) {
    await as('superadmin').delete(`${RULES}${rule.id}/`).expect(204);
  }
});

function as(role: Role) {
  const bearer = { Authorization: `Bearer ${tokens[role]}` };
  return {
    get: (path: string) => desk.http.get(path).set(bearer),
    post: (path: string, body: object) => desk.http.post(path).set(bearer).send(body),
    put: (path: string, body: object) => desk.http.put(path).set(bearer).send(body),
    patch: (path: string, body: object) => desk.http.patch(path).set(bearer).send(body),
    delete: (path: string) => desk.http.delete(path).set(bearer),
  };
}

async function read<T>(role: Role, path: string): Promise<T> {
  return (await as(role).get(path).expect(200)).body as T;
}

const TAGGING = {
  name: 'Urgent desk',
  trigger_event: 'ticket_created',
  conditions: { priority: 'urgent' },
  action_type: 'add_tag',
  action_params: { tag: 'urgent-desk' },
};

async function makeRule(changes: object = {}): Promise<Rule> {
  const answer = await as('manager')
    .post(RULES, { ...TAGGING, ...changes })
    .expect(201);
  return answer.body as Rule;
}

async function openTicket(): Promise<Ticket> {
  const body = { title: 'No power', description: 'It is dark.', priority: 'urgent' };
  const answer = await as('customer').post(TICKETS, body).expect(201);
  return answer.body as Ticket;
}

const errorsOf = (answer: Response): Record<string, string> =>
  Object.fromEntries(
    (answer.body as { errors: { field: string; code: string }[] }).errors.map((e) => [e.field, e.code]),
  );

describe('rules over the API', () => {
  it('act before the creation of a ticket is answered, and are logged', async () => {
    await makeRule();
    await makeRule({
      name: 'Lead',
      action_type: 'assign_agent',
      action_params: { agent_id: people.agent.id },
    });
    const ticket = await openTicket();
    expect(ticket.assigned_agent?.id).toBe(people.agent.id);
    expect(ticket.tags.map(({ name }) => name)).toEqual(['urgent-desk']);
    const { body } = await as('agent').get(`${LOGS}?ticket=${ticket.id}&ordering=executed_at`).expect(200);
    expect(body.count).toBe(2);
    expect(body.results[0]).toMatchObject({
      rule: { name: 'Urgent desk' },
      ticket: { id: ticket.id, ticket_id: ticket.ticket_id, title: 'No power' },
      status: 'success',
      action_taken: 'Added the tag urgent-desk',
      error_message: '',
    });
  });

  it('are created with what the contract leaves out, read, changed and deleted', async () => {
    const first = await makeRule();
    expect(first).toMatchObject({
      ...TAGGING,
      description: '',
      is_active: true,
      stop_processing: false,
      disabled_reason: null,
      created_by: { id: people.manager.id, name: people.manager.full_name },
      runs: { success: 0, failed: 0, skipped: 0, last_executed_at: null, last_error: null },
    });
    const second = await makeRule({ name: 'Later' });
    expect(second.priority_order).toBeGreaterThan(first.priority_order);
    const one = `${RULES}${first.id}/`;
    expect((await as('agent').get(one).expect(200)).body).toEqual(first);
    const patched = await as('manager').patch(one, { priority_order: 5, is_active: false }).expect(200);
    expect(patched.body).toMatchObject({ name: 'Urgent desk', priority_order: 5, is_active: false });
    expect(errorsOf(await as('manager').put(one, { name: 'Only a name' }).expect(400))).toHaveProperty(
      'trigger_event',
    );
    const put = await as('manager')
      .put(one, { ...TAGGING, name: 'Renamed' })
      .expect(200);
    expect(put.body).toMatchObject({ name: 'Renamed', priority_order: 5 });
    await as('superadmin').delete(one).expect(204);
    await as('manager').get(one).expect(404);
    await as('superadmin').delete(one).expect(404);
  });

  it('keep their log when they are deleted', async () => {
    const rule = await makeRule();
    const ticket = await openTicket();
    await as('superadmin').delete(`${RULES}${rule.id}/`).expect(204);
    const { body } = await as('manager').get(`${LOGS}?rule=${rule.id}`).expect(200);
    expect(body.results).toEqual([
      expect.objectContaining({
        rule: { id: rule.id, name: 'Urgent desk' },
        ticket: expect.objectContaining({ id: ticket.id }),
      }),
    ]);
  });

  it('are listed in the order in which they run, by filter, page and search', async () => {
    await makeRule({ name: 'Third', priority_order: 30 });
    await makeRule({ name: 'First', priority_order: 10, trigger_event: 'ticket_updated' });
    await makeRule({ name: 'Second', priority_order: 20, is_active: false });
    const names = async (query: string) =>
      (await read<Page<Rule>>('agent', `${RULES}${query}`)).results.map(({ name }) => name);
    expect(await names('')).toEqual(['First', 'Second', 'Third']);
    expect(await names('?ordering=-name')).toEqual(['Third', 'Second', 'First']);
    expect(await names('?is_active=true')).toEqual(['First', 'Third']);
    expect(await names('?trigger_event=ticket_updated,sla_breach')).toEqual(['First']);
    expect(await names('?search=SEC')).toEqual(['Second']);
    expect(await names('?page_size=2&page=2')).toEqual(['Third']);
    expect(errorsOf(await as('agent').get(`${RULES}?trigger_event=sometimes`).expect(400))).toHaveProperty(
      'trigger_event',
    );
    expect(errorsOf(await as('agent').get(`${RULES}?colour=red`).expect(400))).toEqual({
      colour: 'unknown_field',
    });
    expect(errorsOf(await as('agent').get(`${RULES}?ordering=password`).expect(400))).toHaveProperty(
      'ordering',
    );
  });

  it('say how they do', async () => {
    const failing = { name: 'Nobody', action_type: 'send_notification' };
    const rule = await makeRule({ ...failing, action_params: { message: 'Look', recipients: 'agent' } });
    await makeRule();
    const before = await read<Stats>('agent', `${RULES}stats/`);
    await openTicket();
    const after = await read<Stats>('agent', `${RULES}stats/`);
    expect(after).toMatchObject({
      total_rules: 2,
      active_rules: 2,
      disabled_rules: 0,
      total_executions: before.total_executions + 2,
      successful: before.successful + 1,
      failed: before.failed + 1,
    });
    const { runs } = await read<Rule>('agent', `${RULES}${rule.id}/`);
    expect(runs).toMatchObject({ success: 0, failed: 1, skipped: 0 });
    expect(runs.last_error).toContain('nobody to notify');
    const failed = await read<Page<unknown>>('agent', `${LOGS}?status=failed,skipped&rule=${rule.id}`);
    expect(failed.count).toBe(1);
  });

  it('are switched off with the reason when the agent they assign to leaves', async () => {
    const leaver = await desk.createUser('agent');
    const rule = await makeRule({ action_type: 'assign_agent', action_params: { agent_id: leaver.id } });
    await as('manager').delete(`/desk/api/accounts/users/${leaver.id}/`).expect(204);
    const retired = await eventually(
      () => read<Rule>('manager', `${RULES}${rule.id}/`),
      (seen) => !seen.is_active,
    );
    expect(retired.disabled_reason).toContain(leaver.full_name);
    const on = await as('manager').patch(`${RULES}${rule.id}/`, { is_active: true }).expect(400);
    expect(errorsOf(on)).toEqual({ 'action_params.agent_id': 'not_staff' });
  });
});

describe('rules that are refused when they are saved', () => {
  const refused = async (changes: object) =>
    errorsOf(
      await as('manager')
        .post(RULES, { ...TAGGING, ...changes })
        .expect(400),
    );

  it.each([
    'constructor',
    'prototype',
    'constructor__prototype__x',
    'customer__password',
    'customer__password_hash',
    Array.from({ length: 8 }, () => 'customer')
      .join('__')
      .slice(0, 60),
  ])('look where no rule may look: %s', async (key) => {
    expect(await refused({ conditions: { [key]: 'x' } })).toEqual({ [`conditions.${key}`]: 'unknown_field' });
  });

  it('spell __proto__', async () => {
    const body = JSON.stringify({ ...TAGGING, conditions: {} }).replace(
      '{}',
      '{"__proto__":{"is_staff":true}}',
    );
    await desk.http
      .post(RULES)
      .set({ Authorization: `Bearer ${tokens.manager}`, 'Content-Type': 'application/json' })
      .send(body)
      .expect(400);
    expect((await as('manager').get(RULES)).body.count).toBe(0);
  });

  it('have parameters that do not fit the action', async () => {
    const assign = { action_type: 'assign_agent' };
    expect(await refused({ ...assign, action_params: {} })).toEqual({ 'action_params.agent_id': 'required' });
    for (const agent_id of [NOBODY, people.customer.id]) {
      expect(await refused({ ...assign, action_params: { agent_id } })).toEqual({
        'action_params.agent_id': 'not_staff',
      });
    }
    expect(await refused({ action_type: 'change_status', action_params: { status: 'assigned' } })).toEqual({
      'action_params.status': 'wrong_value',
    });
    expect(await refused({ action_params: { tag: 'x', constructor: 'y' } })).toEqual({
      'action_params.constructor': 'unknown_field',
    });
  });

  it('have fields that are unknown, missing or of another kind', async () => {
    expect(await refused({ colour: 'red' })).toEqual({ colour: 'unknown_field' });
    expect(await refused({ trigger_event: 'ticket_dreamt' })).toHaveProperty('trigger_event');
    expect(await refused({ conditions: ['priority'] })).toHaveProperty('conditions');
    expect(await refused({ name: '' })).toHaveProperty('name');
    expect(await refused({ priority_order: -1 })).toHaveProperty('priority_order');
  });

  it('leave the saved rule as it was', async () => {
    const rule = await makeRule();
    const one = `${RULES}${rule.id}/`;
    await as('manager')
      .patch(one, { name: 'New', conditions: { nope: 1 } })
      .expect(400);
    await as('manager')
      .patch(one, { trigger_event: 'ticket_updated', action_type: 'assign_agent' })
      .expect(400);
    expect((await as('manager').get(one)).body).toEqual(rule);
  });
});

describe('who may do what with rules', () => {
  const statuses = async (act: (role: Role) => PromiseLike<Response>) => {
    const found: Record<string, number> = {};
    for (const role of ROLES) found[role] = (await act(role)).status;
    return found;
  };

  it('reads as staff', async () => {
    const expected = { superadmin: 200, manager: 200, agent: 200, customer: 403 };
    for (const path of [RULES, `${RULES}stats/`, LOGS]) {
      expect(await statuses((role) => as(role).get(path))).toEqual(expected);
      await desk.http.get(path).expect(401);
    }
  });

  it('writes as manager, deletes as superadmin', async () => {
    const { id } = await makeRule();
    const one = `${RULES}${id}/`;
    expect(await statuses((role) => as(role).post(RULES, TAGGING))).toEqual({
      superadmin: 201,
      manager: 201,
      agent: 403,
      customer: 403,
    });
    expect(await statuses((role) => as(role).patch(one, { name: `By ${role}` }))).toEqual({
      superadmin: 200,
      manager: 200,
      agent: 403,
      customer: 403,
    });
    for (const role of ['manager', 'agent', 'customer'] as const) await as(role).delete(one).expect(403);
    await as('superadmin').delete(one).expect(204);
  });

  it('answers 404 for what is not a rule', async () => {
    for (const id of [NOBODY, 'nonsense', '1']) {
      await as('manager').get(`${RULES}${id}/`).expect(404);
      await as('manager').patch(`${RULES}${id}/`, { name: 'x' }).expect(404);
    }
  });
});

/** What leaves a transaction through the outbox arrives soon, not at once. */
async function eventually<T>(look: () => Promise<T>, done: (seen: T) => boolean): Promise<T> {
  for (let tries = 0; ; tries++) {
    const seen = await look();
    if (done(seen) || tries === 200) return seen;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
