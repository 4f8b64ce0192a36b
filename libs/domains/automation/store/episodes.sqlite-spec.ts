import { Database } from '@desk/platform/database';

import { TestRules } from '../../../../test/support/test-rules';
import { Episodes } from './episodes';

let desk: TestRules;

beforeAll(async () => {
  desk = await TestRules.start();
});

afterAll(() => desk.stop());

it('the sweep goes along the index from where it was to what is not idle yet', async () => {
  const database = desk.get(Database);
  const asked = jest.spyOn(database, 'rows');
  const [since, until] = [new Date('2026-03-01T00:00:00.000Z'), new Date('2026-03-02T00:00:00.000Z')];
  await desk.get(Episodes).next({ since, ticket_id: 7 }, until);
  const [sql = '', parameters] = asked.mock.calls[0] ?? [];
  asked.mockRestore();
  const plan = await database.rows<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, parameters);
  expect(plan.map(({ detail }) => detail)).toEqual([
    'SEARCH jrd_automation_episodes USING COVERING INDEX ix_automation_episodes_since (since>? AND since<?)',
  ]);
});
