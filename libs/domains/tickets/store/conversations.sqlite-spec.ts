import { Database } from '@desk/platform/database';
import { encodeCursor } from '@desk/platform/http';
import { type Actor, type PersonActor, SYSTEM } from '@desk/platform/security';

import { TestRules } from '../../../../test/support/test-rules';
import { Conversations, type Stretch } from './conversations';

const CURSOR = encodeCursor({ value: 7, id: 7 });

let desk: TestRules;
let customer: PersonActor;

beforeAll(async () => {
  desk = await TestRules.start();
  customer = await desk.person('customer');
});

afterAll(() => desk.stop());

type Read = (conversations: Conversations, actor: Actor, stretch: Stretch) => Promise<unknown>;

const comments: Read = (store, actor, stretch) => store.comments(actor, 1, undefined, stretch);
const activities: Read = (store, actor, stretch) => store.activities(actor, 1, undefined, stretch);

/** SQLite's plans of the statements behind one page: the rows, the count. */
async function plansOf(read: Read, actor: Actor, descending: boolean): Promise<string[]> {
  const database = desk.get(Database);
  const asked = jest.spyOn(database, 'rows');
  await read(desk.get(Conversations), actor, { descending, size: 25, page: 1, cursor: CURSOR });
  const calls = [...asked.mock.calls];
  asked.mockRestore();
  const plans = await Promise.all(
    calls.map(([sql, parameters]) =>
      database.rows<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, parameters),
    ),
  );
  return plans.flat().map(({ detail }) => detail);
}

it.each<[string, Read, 'staff' | 'customer', string]>([
  ['comments', comments, 'staff', 'ix_ticket_comments_ticket'],
  ['comments', comments, 'customer', 'ix_ticket_comments_type'],
  ['activities', activities, 'staff', 'ix_ticket_activities_ticket'],
  ['activities', activities, 'customer', 'ix_ticket_activities_ticket'],
])('a step in the walk through %s begins at its place in one index: %#', async (_what, read, who, index) => {
  for (const descending of [false, true]) {
    const plans = await plansOf(read, who === 'staff' ? SYSTEM : customer, descending);
    expect(plans.join('\n')).not.toMatch(/SCAN jrd|SCAN c\b|TEMP B-TREE/);
    expect(plans.join('\n')).toMatch(new RegExp(`USING INDEX ${index} \\(.*(id|rowid)[<>]\\?`));
  }
});
