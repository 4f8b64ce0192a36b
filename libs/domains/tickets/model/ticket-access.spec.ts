import type { Role } from '@desk/contracts';
import { type Actor, type PersonActor, SYSTEM } from '@desk/platform/security';

import { maySee, speaksAsCustomer, visibleTo } from './ticket-access';

const person = (id: string, role: Role): PersonActor => ({
  kind: 'person',
  id,
  role,
  name: id,
  email: `${id}@example.com`,
  sessionId: null,
  browser: false,
});
const rule: Actor = { kind: 'rule', id: 'r', name: 'Rule', causes: ['r'] };
const theirs = { customer_id: 'anna', deleted_at: null };
const deleted = { ...theirs, deleted_at: new Date() };

describe('who may see a ticket', () => {
  it.each<[string, Actor, boolean]>([
    ['its customer', person('anna', 'customer'), true],
    ['another customer', person('otto', 'customer'), false],
    ['an agent', person('bob', 'agent'), true],
    ['a manager', person('eva', 'manager'), true],
    ['a superadmin', person('root', 'superadmin'), true],
    ['a rule', rule, true],
    ['the desk', SYSTEM, true],
  ])('%s', (_who, actor, may) => {
    expect(maySee(actor, theirs)).toBe(may);
    expect(maySee(actor, deleted)).toBe(false);
  });

  it('is one condition for every query: customers by their own id, nobody what is in the trash', () => {
    expect(visibleTo(person('anna', 'customer'))).toEqual({
      sql: 't.deleted_at IS NULL AND t.customer_id = ?',
      parameters: ['anna'],
    });
    expect(visibleTo(SYSTEM)).toEqual({ sql: 't.deleted_at IS NULL', parameters: [] });
  });
});

it.each<[string, Actor, boolean]>([
  ['its customer', person('anna', 'customer'), true],
  ['a member of staff who asked', person('anna', 'agent'), true],
  ['another member of staff', person('bob', 'agent'), false],
  ['a rule', rule, false],
  ['the desk', SYSTEM, false],
])('whether %s speaks as the customer', (_who, actor, does) => {
  expect(speaksAsCustomer(actor, theirs)).toBe(does);
});
