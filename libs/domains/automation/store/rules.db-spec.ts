import { Clock } from '@desk/platform/clock';
import {
  type Connections,
  Database,
  databaseSchema,
  joinSchemas,
  migrate,
  openConnections,
  UnitOfWork,
  WriteOutsideUnitOfWork,
} from '@desk/platform/database';

import { TestPlace } from '../../../../test/support/test-place';
import { automationSchema } from '../index';
import { RuleBook } from '../actions/rule-book';
import { AutomationRule, nameKey } from '../model/automation-rule';
import { Logs } from './logs';
import { RuleList } from './rule-list';
import { Rules } from './rules';

const NOW = new Date('2026-01-05T09:00:00.000Z');
const ALL = { page: 1, size: 100 };

const schema = joinSchemas([databaseSchema, automationSchema]);

let place: TestPlace;
let connections: Connections;
let database: Database;
let work: UnitOfWork;
let rules: Rules;
let list: RuleList;
let logs: Logs;

beforeAll(async () => {
  place = await TestPlace.create();
  const target = place.target;
  connections = await openConnections(target, schema);
  await migrate(connections, target, NOW);
  work = new UnitOfWork(connections);
  database = new Database(connections, work);
  rules = new Rules(database);
  list = new RuleList(database);
  logs = new Logs(database);
});

afterAll(async () => {
  await connections.close();
  await place.remove();
});

beforeEach(() =>
  work.run(async () => {
    for (const table of ['jrd_automation_rules', 'jrd_automation_logs', 'jrd_automation_revision']) {
      await database.write().query(`DELETE FROM ${table}`);
    }
  }),
);

let created = 0;

function rule(name: string, changes: Partial<AutomationRule> = {}): AutomationRule {
  const id = `018f0000-0000-7000-8000-${String(++created).padStart(12, '0')}`;
  return Object.assign(new AutomationRule(), {
    id,
    name,
    name_key: nameKey(name),
    description: '',
    trigger_event: 'ticket_created',
    conditions: { priority: 'urgent' },
    action_type: 'add_tag',
    action_params: { tag: 'vip' },
    priority_order: 10,
    is_active: true,
    stop_processing: false,
    disabled_reason: null,
    created_by_id: null,
    created_at: NOW,
    updated_at: NOW,
    ...changes,
  });
}

const add = (...some: AutomationRule[]) =>
  work.run(async () => {
    for (const one of some) await rules.add(one);
  });

describe('the rules', () => {
  it('have the tables that their entities describe', async () => {
    const { upQueries } = await connections.writer.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('are written only inside a unit of work', async () => {
    await expect(rules.add(rule('Alone'))).rejects.toBeInstanceOf(WriteOutsideUnitOfWork);
  });

  it('run by their order, the older first, the inactive not at all', async () => {
    const late = rule('Late', { priority_order: 30 });
    const older = rule('Older', { priority_order: 20 });
    const newer = rule('Newer', { priority_order: 20, created_at: new Date(NOW.getTime() + 1) });
    await add(newer, late, older, rule('Off', { is_active: false }));
    expect((await rules.active()).map(({ name }) => name)).toEqual(['Older', 'Newer', 'Late']);
  });

  it('get another revision with every change, and the old one back with a rollback', async () => {
    const one = rule('One');
    const tokens = new Set([await rules.revision()]);
    const note = async () => tokens.add(await rules.revision());
    await add(one);
    await note();
    await work.run(() => rules.save(one));
    await note();
    const undone = work.run(async () => {
      await rules.disable(one.id, 'gone', NOW);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    await note();
    await work.run(() => rules.disable(one.id, 'gone', NOW));
    await note();
    await work.run(() => rules.remove(one.id));
    await note();
    expect(tokens.size).toBe(5);
  });
});

describe('the rule book', () => {
  const names = async (book: RuleBook) =>
    (await work.run(() => book.rulesFor('ticket_created'))).map(({ name }) => name);

  it('compiles once a revision', async () => {
    const book = new RuleBook(new Clock(), rules);
    await add(rule('One'));
    const first = await work.run(() => book.rulesFor('ticket_created'));
    expect(await work.run(() => book.rulesFor('ticket_created'))).toBe(first);
    await add(rule('Two'));
    expect(await names(book)).toEqual(['One', 'Two']);
  });

  it('does not keep what a rolled-back change made it read', async () => {
    const book = new RuleBook(new Clock(), rules);
    await add(rule('One'));
    const undone = work.run(async () => {
      await rules.add(rule('Never'));
      expect(await names(book)).toEqual(['One', 'Never']);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await names(book)).toEqual(['One']);
    await add(rule('Two'));
    expect(await names(book)).toEqual(['One', 'Two']);
  });

  it('switches off a rule that it cannot understand and goes on with the others', async () => {
    const odd = rule('Odd', { conditions: { customer__password: 'x' } });
    await add(odd, rule('Good'));
    expect(await names(new RuleBook(new Clock(), rules))).toEqual(['Good']);
    const stored = await rules.byId(odd.id);
    expect(stored?.is_active).toBe(false);
    expect(stored?.disabled_reason).toContain('conditions.customer__password');
  });
});

describe('the list of rules', () => {
  const found = async (filters: Parameters<RuleList['page']>[0]) =>
    (await list.page(filters, 'name', false, ALL)).rows.map(({ name }) => name);

  beforeEach(() =>
    add(
      rule('Égalité 100%', { trigger_event: 'sla_breach', priority_order: 1 }),
      rule('billing TAG', { action_type: 'escalate', action_params: {}, priority_order: 2 }),
      rule('Away', { is_active: false, disabled_reason: 'gone', priority_order: 3 }),
    ),
  );

  it('filters, and finds words without regard to case or to signs of the pattern', async () => {
    expect(await found({})).toEqual(['Away', 'billing TAG', 'Égalité 100%']);
    expect(await found({ is_active: false })).toEqual(['Away']);
    expect(await found({ trigger_event: ['sla_breach', 'ticket_idle'] })).toEqual(['Égalité 100%']);
    expect(await found({ action_type: ['escalate'] })).toEqual(['billing TAG']);
    expect(await found({ search: 'Tag bill' })).toEqual(['billing TAG']);
    expect(await found({ search: 'ÉGAL 0%' })).toEqual(['Égalité 100%']);
    expect(await found({ search: '%' })).toEqual(['Égalité 100%']);
    expect(await found({ search: '_' })).toEqual([]);
  });

  it('walks by cursor to the same rows as by page', async () => {
    const walked: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const slice = await list.page({}, 'priority_order', true, { page: 1, size: 1, cursor });
      walked.push(...slice.rows.map(({ name }) => name));
      cursor = slice.nextCursor;
    }
    expect(walked).toEqual(['Away', 'billing TAG', 'Égalité 100%']);
  });

  it('counts', async () => {
    expect(await list.counts()).toEqual({ total: 3, active: 2, disabled: 1 });
  });
});

describe('the log', () => {
  it('counts outcomes by rule and filters', async () => {
    const one = rule('One');
    const other = rule('Other');
    await work.run(async () => {
      for (const [by, ticket_id, status] of [
        [one, 1, 'success'],
        [one, 2, 'failed'],
        [one, 2, 'success'],
        [other, 2, 'skipped'],
      ] as const) {
        const text = { action_taken: '', error_message: '', executed_at: NOW };
        await logs.add({ rule_id: by.id, rule_name: by.name, ticket_id, status, ...text });
      }
    });
    const outcomes = await logs.outcomes([one.id]);
    expect(Object.fromEntries(outcomes.map(({ status, count }) => [status, count]))).toEqual({
      success: 2,
      failed: 1,
    });
    expect(
      (await logs.page({ status: ['failed', 'skipped'] }, true, ALL)).rows.map((row) => row.rule_name),
    ).toEqual(['Other', 'One']);
    expect((await logs.page({ rule: one.id, ticket: 2 }, false, ALL)).count).toBe(2);
  });
});
