import type { TicketStatus } from '@desk/contracts';
import { Database } from '@desk/platform/database';
import { type Actor, type PersonActor, SYSTEM } from '@desk/platform/security';

import { TestRules } from '../../../../test/support/test-rules';
import type { TicketFilters } from './ticket-filters';
import { TicketList } from './ticket-list';
import type { TicketSort } from './ticket-order';

const OPEN: TicketStatus[] = ['open', 'in_progress', 'pending'];
const AGENT = 'an agent';

let desk: TestRules;
let customer: PersonActor;

beforeAll(async () => {
  desk = await TestRules.start();
  customer = await desk.person('customer');
});

afterAll(() => desk.stop());

/** The lines of SQLite's plan that touch tickets, for the rows of one page. */
async function planOf(actor: Actor, filters: TicketFilters, sort: TicketSort): Promise<string[]> {
  const database = desk.get(Database);
  const asked = jest.spyOn(database, 'rows');
  await desk.get(TicketList).slice(actor, { filters, sort, descending: true, size: 25, page: 1 });
  const [sql, parameters] = asked.mock.calls.find(([text]) => text.includes(' AS place ')) ?? [''];
  asked.mockRestore();
  const plan = await database.rows<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, parameters);
  return plan.map((line) => line.detail).filter((line) => /\bt\b/.test(line));
}

describe('what a page of the list reads', () => {
  it.each<[string, TicketFilters, TicketSort, string]>([
    ['everything by age', {}, 'created_at', 'ix_tickets_created_at'],
    ['everything by change', {}, 'updated_at', 'ix_tickets_updated_at'],
    ['everything by priority', {}, 'priority', 'ix_tickets_priority'],
    ['everything by state', {}, 'status', 'ix_tickets_status'],
    ['everything by date', {}, 'due_date', 'ix_tickets_due'],
    ['everything by answer due', {}, 'sla_response_deadline', 'ix_tickets_response_due'],
    ['everything by solution due', {}, 'sla_resolution_deadline', 'ix_tickets_resolution_due'],
    ['everything by number', {}, 'ticket_id', 'ix_tickets_number'],
    ['everything by id', {}, 'id', 'ix_tickets_live'],
    ['all open by age', { status: OPEN }, 'created_at', 'ix_tickets_status'],
    ['all open by change', { status: OPEN }, 'updated_at', 'ix_tickets_status_updated'],
    ['all open by priority', { status: OPEN }, 'priority', 'ix_tickets_status_priority'],
    ['my open by age', { status: OPEN, assignedAgent: AGENT }, 'created_at', 'ix_tickets_agent'],
    ['my open by change', { status: OPEN, assignedAgent: AGENT }, 'updated_at', 'ix_tickets_agent'],
    ['my open by priority', { status: OPEN, assignedAgent: AGENT }, 'priority', 'ix_tickets_agent'],
    ['unheld by age', { status: OPEN, assignedAgent: 'none' }, 'created_at', 'ix_tickets_agent'],
    ['unheld by priority', { status: OPEN, assignedAgent: 'none' }, 'priority', 'ix_tickets_agent'],
    ['one category by age', { category: 1 }, 'created_at', 'ix_tickets_category'],
  ])('%s: one index', async (_what, filters, sort, index) => {
    const plan = await planOf(SYSTEM, filters, sort);
    expect(plan.length).toBeGreaterThan(0);
    for (const line of plan) expect(line).toMatch(new RegExp(`^SEARCH t USING (COVERING )?INDEX ${index} `));
  });

  it.each<[TicketFilters, TicketSort]>([
    [{}, 'created_at'],
    [{}, 'updated_at'],
    [{}, 'priority'],
    [{ status: OPEN }, 'updated_at'],
  ])("a customer's own by customer: %j by %s", async (filters, sort) => {
    const plan = await planOf(customer, filters, sort);
    for (const line of plan)
      expect(line).toContain('USING INDEX ix_tickets_customer (deleted_at=? AND customer_id=?');
  });
});
