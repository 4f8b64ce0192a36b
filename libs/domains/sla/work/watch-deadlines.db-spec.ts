import { JobRunner } from '@desk/platform/events';
import { Scheduler } from '@desk/platform/schedule';

import { TestSla } from '../../../../test/support/test-sla';
import { WatchDeadlines } from './watch-deadlines';

let desk: TestSla;

beforeAll(async () => {
  desk = await TestSla.start();
  await desk.policy('urgent', 1, 4);
});

afterAll(() => desk.stop());

const jobs = async () => (await desk.rows<{ name: string }>('SELECT name FROM jobs')).map((job) => job.name);

it('asks for nothing until a deadline has passed, then for one check, which finds it', async () => {
  const ticket = await desk.ticket('urgent');
  const watch = desk.get(WatchDeadlines);
  desk.passHours(1);
  await watch.look();
  expect(await jobs()).toEqual([]);

  desk.clock.passSeconds(1);
  await watch.look();
  await watch.look();
  expect(await jobs()).toEqual(['sla.check-breaches']);

  const job = { name: 'sla.check-breaches', key: 'due', payload: {}, attempt: 1 };
  await desk.get(JobRunner).run(job, () => Promise.resolve());
  expect(await desk.breaches(ticket)).toHaveLength(1);
});

it('checks every five minutes all the same', async () => {
  const ticket = await desk.ticket('urgent');
  desk.passHours(5);
  await desk.get(Scheduler).runSchedule('sla.check-breaches');
  expect((await desk.breaches(ticket)).map((breach) => breach.breach_type)).toEqual([
    'response',
    'resolution',
  ]);
});
