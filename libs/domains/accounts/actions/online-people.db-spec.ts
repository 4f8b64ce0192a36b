import { UnitOfWork } from '@desk/platform/database';

import { TestAccounts } from '../../../../test/support/test-accounts';
import { OnlineRows } from '../store/online-rows';
import { UserList } from '../store/user-list';
import { OnlinePeople } from './online-people';

const ALL = { page: 1, size: 100 };

let desk: TestAccounts;
let anna: string;
let ben: string;

beforeEach(async () => {
  desk = await TestAccounts.start();
  anna = (await desk.createPerson('agent', 'anna@velumera.example', null)).id;
  ben = (await desk.createPerson('agent', 'ben@velumera.example', null)).id;
});

afterEach(() => desk.stop());

const aProcess = () => new OnlinePeople(desk.clock, desk.get(UnitOfWork), desk.get(OnlineRows));
const online = async () =>
  (await desk.get(UserList).page({ is_online: true }, 'name', false, ALL)).rows.map((row) => row.id);
const counted = async () => {
  const rows = await desk.get(UserList).counts();
  return rows.filter((row) => row.is_online === 1).reduce((sum, row) => sum + row.count, 0);
};

it('is whoever has a connection to any process, until the last one is gone', async () => {
  const [first, second] = [aProcess(), aProcess()];
  first.arrived(anna);
  first.arrived(anna);
  second.arrived(anna);
  second.arrived(ben);
  await first.writeArrivals();
  await second.writeArrivals();
  expect(await online()).toEqual([anna, ben]);
  expect(await counted()).toBe(2);

  first.left(anna);
  second.left(anna);
  second.left(ben);
  await second.beat();
  expect(await online()).toEqual([anna]);
  first.left(anna);
  await first.beat();
  expect(await online()).toEqual([]);
});

it('is written once, however often somebody comes and goes, and for all by one statement a beat', async () => {
  const process = aProcess();
  const add = jest.spyOn(desk.get(OnlineRows), 'add');
  const remove = jest.spyOn(desk.get(OnlineRows), 'remove');
  for (let page = 0; page < 20; page++) {
    process.arrived(anna);
    await process.writeArrivals();
    process.left(anna);
  }
  process.arrived(anna);
  await process.beat();
  expect(add).toHaveBeenCalledTimes(1);
  expect(remove.mock.calls.map(([, ids]) => ids)).toEqual([[]]);
  expect(await online()).toEqual([anna]);
});

it('ends within a minute for those of a process that was killed, and goes on for those of one that only slept', async () => {
  const [killed, other] = [aProcess(), aProcess()];
  killed.arrived(anna);
  await killed.writeArrivals();
  other.arrived(ben);
  await other.writeArrivals();
  for (let beat = 0; beat < 2; beat++) {
    desk.clock.passSeconds(20);
    await other.beat();
  }
  expect(await online()).toEqual([anna, ben]);
  desk.clock.passSeconds(20);
  await other.beat();
  expect(await online()).toEqual([ben]);

  await killed.beat();
  expect(await online()).toEqual([anna, ben]);
});

it('ends with a process that stops', async () => {
  const process = aProcess();
  process.arrived(anna);
  await process.writeArrivals();
  await process.onApplicationShutdown();
  expect(await online()).toEqual([]);
});
