import { Injectable } from '@nestjs/common';

import { Clock } from '@desk/platform/clock';
import { Database, UnitOfWork } from '@desk/platform/database';
import { Jobs } from '@desk/platform/events';

import { TestPlatform } from '../../../test/support/test-platform';
import { until } from '../../../test/support/until';

import { Schedule, Watch } from './schedule.decorator';
import { Scheduler } from './scheduler';

@Injectable()
class Chores {
  hourly = 0;
  looks = 0;
  trouble = false;
  held: Promise<void> = Promise.resolve();

  @Schedule({ name: 'test.hourly', everySeconds: 3600 })
  async everyHour(): Promise<void> {
    this.hourly += 1;
    await this.held;
  }

  @Watch()
  async look(): Promise<void> {
    this.looks += 1;
    if (this.trouble) throw new Error('Trouble');
    await Promise.resolve();
  }
}

let platform: TestPlatform;
let chores: Chores;
let scheduler: Scheduler;

/** The ticks that the process makes by itself find nothing due: the test's clock moves only between its own. */
beforeEach(async () => {
  platform = await TestPlatform.start({ roles: ['work'], providers: [Chores] });
  await platform.boot();
  chores = platform.module.get(Chores);
  scheduler = platform.get(Scheduler);
});

afterEach(() => platform.stop());

async function pass(seconds: number): Promise<void> {
  platform.clock.passSeconds(seconds);
  await scheduler.tick();
  await platform.quiet();
}

/** The scheduler of one more process. */
function another(): Scheduler {
  const [clock, database] = [platform.get(Clock), platform.get(Database)];
  const other = new Scheduler(clock, database, platform.get(UnitOfWork), platform.get(Jobs));
  other.add({ name: 'test.hourly', everySeconds: 3600 }, () => Promise.resolve());
  other.start();
  return other;
}

it('runs once a slot, however often it ticks', async () => {
  await pass(1);
  expect(chores.hourly).toBe(0);
  await pass(3600);
  await pass(1);
  await pass(1);
  expect(chores.hourly).toBe(1);
  await pass(3600);
  expect(chores.hourly).toBe(2);
});

it('runs once for the slots that passed unseen', async () => {
  await pass(5 * 3600);
  expect(chores.hourly).toBe(1);
});

it('catches up once, as soon as it is back, on what was missed while the desk was down', async () => {
  await pass(1);
  scheduler.stop();
  platform.clock.passSeconds(5 * 3600);
  for (const restarted of [another(), another()]) {
    await restarted.tick();
    await platform.quiet();
  }
  expect(chores.hourly).toBe(1);
});

it('runs nothing that is not due yet, however often the desk is restarted', async () => {
  await another().tick();
  await another().tick();
  await platform.quiet();
  expect(chores.hourly).toBe(0);
});

it('runs once a slot, however many processes tick', async () => {
  const others = [another(), another(), another()];
  platform.clock.passSeconds(3600);
  await Promise.all([scheduler, ...others].map((each) => each.tick()));
  await platform.quiet();
  expect(chores.hourly).toBe(1);
});

it('runs the next slot whatever became of the one before', async () => {
  let end = (): void => undefined;
  chores.held = new Promise((resolve) => (end = resolve));
  // One that never ends, then one that was given up.
  for (const next of ["state = 'running'", "state = 'parked'"]) {
    const before = chores.hourly;
    platform.clock.passSeconds(3600);
    await scheduler.tick();
    await until(() => chores.hourly === before + 1);
    await platform.write(`UPDATE jobs SET ${next}`);
  }
  platform.clock.passSeconds(3600);
  await scheduler.tick();
  await until(() => chores.hourly === 3);
  end();
  await platform.write('DELETE FROM jobs');
});

it('leaves the slot to whoever took it', async () => {
  const other = another();
  platform.clock.passSeconds(3600);
  await other.tick();
  await scheduler.tick();
  await platform.quiet();
  expect(chores.hourly).toBe(1);
  expect(await platform.rows("SELECT name FROM schedule_slots WHERE name = 'test.hourly'")).toHaveLength(1);
});

it('looks at each tick; a look that fails takes nothing else with it', async () => {
  const before = chores.looks;
  await pass(1);
  expect(chores.looks).toBeGreaterThan(before);
  chores.trouble = true;
  await pass(3600);
  expect(chores.hourly).toBe(1);
});

it('does nothing once it has stopped', async () => {
  scheduler.stop();
  const before = chores.looks;
  await pass(3600);
  expect({ hourly: chores.hourly, looks: chores.looks }).toEqual({ hourly: 0, looks: before });
});

it('refuses two schedules with one name', () => {
  const again = () => scheduler.add({ name: 'test.hourly', everySeconds: 60 }, () => Promise.resolve());
  expect(again).toThrow('Two schedules are named test.hourly');
});
