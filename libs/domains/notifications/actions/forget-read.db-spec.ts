import { type PersonActor, SYSTEM } from '@desk/platform/security';
import { Scheduler } from '@desk/platform/schedule';

import { TestRules } from '../../../../test/support/test-rules';
import { EmptyInboxes } from '../work/empty-inboxes';
import { READ_KEPT_DAYS } from './forget-read';
import { MarkRead } from './mark-read';
import { Notify } from './notify';

const DAY = 24 * 3600;

let desk: TestRules;
let agent: PersonActor;

beforeAll(async () => {
  desk = await TestRules.start([EmptyInboxes]);
  agent = await desk.person('agent');
});

afterAll(() => desk.stop());

async function notice(title: string): Promise<string> {
  const input = { userIds: [agent.id], type: 'system', title, message: '', ticketId: null } as const;
  await desk.get(Notify).run(SYSTEM, input);
  const [row] = await desk.rows<{ id: string }>('SELECT id FROM jrd_notifications WHERE title = ?', [title]);
  return row?.id ?? '';
}

const kept = async () =>
  (await desk.rows<{ title: string }>('SELECT title FROM jrd_notifications ORDER BY title')).map(
    ({ title }) => title,
  );

it('a notice goes some time after it was read, and never unread', async () => {
  const [first, second] = [await notice('read first'), await notice('read later')];
  await notice('unread');
  await desk.get(MarkRead).run(agent, { id: first });
  desk.clock.passSeconds(DAY);
  await desk.get(MarkRead).run(agent, { id: second });
  const sweep = () => desk.get(Scheduler).runSchedule('notifications.forget-read');

  desk.clock.passSeconds((READ_KEPT_DAYS - 1) * DAY);
  await sweep();
  expect(await kept()).toEqual(['read first', 'read later', 'unread']);
  desk.clock.passSeconds(1);
  await sweep();
  expect(await kept()).toEqual(['read later', 'unread']);
  desk.clock.passSeconds(1000 * DAY);
  await sweep();
  expect(await kept()).toEqual(['unread']);
});
