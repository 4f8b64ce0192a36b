import { type TriggerEvent } from '@desk/contracts';
import { type DomainError } from '@desk/platform/errors';

import { compileConditions } from './conditions';
import { type Facts } from './fields';

const TICKET: Facts = {
  title: 'Battery does not charge',
  description: 'It worked yesterday.',
  status: 'open',
  priority: 'urgent',
  source: 'web',
  category__name: 'Billing',
  category__slug: 'billing',
  tags: ['VIP', 'vip', 'Follow up', 'follow-up'],
  customer__email: 'ada@example.com',
  customer__department: '',
  assigned_agent: null,
  is_escalated: false,
  escalation_level: 2,
  csat_rating: null,
  due_date: '2026-03-01T09:30:00.000Z',
  comment__content: 'Please close',
  comment__author_role: 'customer',
};

function holds(conditions: object, trigger: TriggerEvent = 'ticket_commented'): boolean {
  return compileConditions(conditions, trigger).matches(TICKET);
}

/** The fields that are refused, with their codes. */
function refusals(conditions: unknown, trigger: TriggerEvent = 'ticket_created'): Record<string, string> {
  try {
    compileConditions(conditions, trigger);
  } catch (error) {
    const { details } = error as DomainError;
    return Object.fromEntries((details.errors ?? []).map(({ field, code }) => [field, code]));
  }
  return {};
}

describe('conditions', () => {
  it('hold for every ticket when there are none', () => {
    expect(holds({})).toBe(true);
  });

  it('must all hold', () => {
    expect(holds({ priority: 'urgent', category__name: 'Billing' })).toBe(true);
    expect(holds({ priority: 'urgent', category__name: 'Delivery' })).toBe(false);
  });

  it.each([
    [{ category__name: 'bILLing' }, true],
    [{ priority: 'URGENT' }, true],
    [{ title: '  battery DOES not charge ' }, true],
    [{ title: 'battery' }, false],
    [{ customer__email: 'ADA@example.COM' }, true],
    [{ tags: 'follow-UP' }, true],
    [{ tags: 'follow' }, false],
    [{ comment__content: 'please close' }, true],
    [{ comment__author_role: 'customer' }, true],
  ])('compare text without regard to case: %j is %s', (conditions, expected) => {
    expect(holds(conditions)).toBe(expected);
  });

  it.each([
    [{ priority: ['low', 'urgent'] }, true],
    [{ priority: ['low', 'high'] }, false],
    [{ tags: ['billing', 'vip'] }, true],
    [{ assigned_agent: [null, '018f0000-0000-7000-8000-000000000001'] }, true],
  ])('take a list as any of its values: %j is %s', (conditions, expected) => {
    expect(holds(conditions)).toBe(expected);
  });

  it.each([
    [{ assigned_agent: null }, true],
    [{ customer__department: null }, true],
    [{ csat_rating: null }, true],
    [{ title: null }, false],
    [{ escalation_level: null }, false],
  ])('take null as empty: %j is %s', (conditions, expected) => {
    expect(holds(conditions)).toBe(expected);
  });

  it.each([
    [{ escalation_level: 2 }, true],
    [{ escalation_level: '2' }, true],
    [{ escalation_level: 1 }, false],
    [{ csat_rating: 1 }, false],
    [{ is_escalated: false }, true],
    [{ is_escalated: 'False' }, true],
    [{ is_escalated: true }, false],
    [{ due_date: '2026-03-01' }, true],
    [{ due_date: '2026-03-01T10:30:00+01:00' }, true],
    [{ due_date: '2026-03-02' }, false],
  ])('compare numbers, flags and instants by what they mean: %j is %s', (conditions, expected) => {
    expect(holds(conditions)).toBe(expected);
  });

  it('know when what is known already says no, and what else they ask for', () => {
    const conditions = compileConditions(
      { priority: 'low', customer__email: 'ada@example.com' },
      'ticket_created',
    );
    expect(conditions.refutedBy({})).toBe(false);
    expect(conditions.refutedBy({ priority: 'low' })).toBe(false);
    expect(conditions.refutedBy({ priority: 'urgent' })).toBe(true);
    expect(conditions.missingFrom({ priority: 'low' })).toEqual(['customer__email']);
  });
});

describe('conditions that are refused when the rule is saved', () => {
  const deep = Array.from({ length: 50 }, () => 'customer').join('__');

  it.each([
    'constructor',
    'constructor__prototype__x',
    'prototype',
    'toString',
    'hasOwnProperty',
    'customer__password',
    'customer__password_hash',
    'customer__email__x',
    'assigned_agent__email',
    'category',
    'title ',
    'TITLE',
    '',
    '$where',
    'title; DROP TABLE jrd_tickets',
  ])('look at a field that is not on the map: %j', (key) => {
    expect(refusals({ [key]: 'x' })).toEqual({ [`conditions.${key}`]: 'unknown_field' });
  });

  it('spell __proto__ as an own key', () => {
    expect(refusals(JSON.parse('{"__proto__": {"polluted": true}}'))).toEqual({
      'conditions.__proto__': 'unknown_field',
    });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('are a path fifty deep, of which the answer repeats only the beginning', () => {
    const [[field, code] = ['', '']] = Object.entries(refusals({ [deep]: 'x' }));
    expect(code).toBe('unknown_field');
    expect(field.length).toBeLessThanOrEqual('conditions.'.length + 60);
  });

  it.each([
    { priority: 'immediate' },
    { status: 'assigned' },
    { source: 'fax' },
    { escalation_level: 'many' },
    { escalation_level: true },
    { is_escalated: 'perhaps' },
    { due_date: 'tomorrow' },
    { due_date: '2026-13-45' },
    { assigned_agent: 'priya' },
    { title: { contains: 'x' } },
    { title: [['nested']] },
    { title: [{}] },
    { title: 'x'.repeat(501) },
  ])('have a value of another kind: %j', (conditions) => {
    expect(Object.values(refusals(conditions))).toEqual(['wrong_value']);
  });

  it.each([[{ tags: [] }], [{ tags: Array.from({ length: 51 }, (_, i) => `t${i}`) }]])(
    'offer no or too many choices',
    (conditions) => {
      expect(refusals(conditions)).toEqual({ 'conditions.tags': 'wrong_length' });
    },
  );

  it('ask for a comment where there is none', () => {
    expect(refusals({ comment__content: 'x' }, 'ticket_created')).toEqual({
      'conditions.comment__content': 'no_comment',
    });
    expect(refusals({ comment__content: 'x' }, 'ticket_commented')).toEqual({});
  });

  it.each([[[]], ['priority'], [null], [7]])('are no object: %j', (conditions) => {
    expect(refusals(conditions)).toEqual({ conditions: 'wrong_type' });
  });

  it('are all named at once', () => {
    expect(Object.keys(refusals({ nope: 1, priority: 'x', title: 'fine' }))).toEqual([
      'conditions.nope',
      'conditions.priority',
    ]);
  });
});
