import { Database } from '@desk/platform/database';

import { TestSla } from '../../../../test/support/test-sla';
import { ClockReads } from './clock-reads';
import { Clocks } from './clocks';

let desk: TestSla;

beforeAll(async () => {
  desk = await TestSla.start();
});

afterAll(() => desk.stop());

/** How the engine goes through the clocks for each statement that `read` asks, a line a step. */
async function stepsOf(read: () => Promise<unknown>): Promise<string[]> {
  const database = desk.get(Database);
  const asked = jest.spyOn(database, 'rows');
  await read();
  const statements = [...asked.mock.calls];
  asked.mockRestore();
  const plans = await Promise.all(
    statements.map(([sql, parameters]) =>
      database.rows<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, parameters),
    ),
  );
  return plans
    .flat()
    .map(({ detail }) => detail)
    .filter((detail) => detail.includes('jrd_sla_clocks'));
}

it('the sweep looks only at what is due, through the index on state and deadline', async () => {
  const search = 'SEARCH jrd_sla_clocks USING INDEX ix_sla_clocks_state_deadline (state=? AND deadline<?)';
  const now = desk.clock.now();
  expect(await stepsOf(() => desk.get(Clocks).nextDue(now))).toEqual([search]);
  expect(await stepsOf(() => desk.get(Clocks).anyDue(now))).toEqual([
    search.replace('USING', 'USING COVERING'),
  ]);
});

it('the figures are counted along an index, without reading a clock', async () => {
  const steps = await stepsOf(() => desk.get(ClockReads).verdicts());
  expect(steps).toHaveLength(6);
  expect(new Set(steps)).toEqual(
    new Set([
      'SEARCH jrd_sla_clocks USING COVERING INDEX ix_sla_clocks_verdict (kind=? AND met=? AND deadline>?)',
    ]),
  );
});
