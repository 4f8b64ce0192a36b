import { setTimeout as pause } from 'node:timers/promises';

import { type Company, foundCompany } from '../faults/company';
import { report, SCALE } from '../support/scale';
import { DrillDesk } from './support/drill-desk';
import { effectsOf, effectsWhenAllIsWell, expectEffects } from './support/effects';
import { eventually } from './support/eventually';
import { sendOne, SteadyLoad, tally } from './support/steady-load';
import { Visitors } from './support/visitors';

jest.setTimeout(300_000);

const OUTAGE_MS = SCALE.redisOutageSeconds * 1000;
const AROUND_MS = 2_000;
/** After its return everything that was asked for meanwhile has happened. */
const CAUGHT_UP_MS = 60_000;

let desk: DrillDesk;
let company: Company;

beforeAll(async () => {
  desk = await DrillDesk.start({ apis: 2, workers: 2 });
  company = await foundCompany({ url: desk.url() });
});

afterAll(() => desk.stop());

const urls = () => [desk.url(0), desk.url(1)];

/** Three tickets whose first clock runs out while Redis is away. */
async function overdueTickets(title: string, deadline: Date): Promise<void> {
  const visitors = new Visitors(company, urls(), title);
  for (let each = 0; each < 3; each++) await sendOne(visitors.create());
  await desk.books.settled();
  await desk.books.run(
    "UPDATE jrd_sla_clocks SET deadline = ? WHERE kind = 'response' AND ticket_id IN (?)",
    [deadline.toISOString().slice(0, 23).replace('T', ' '), visitors.tickets],
  );
}

it('nobody is refused while Redis is away, and everything happens once when it is back', async () => {
  const expected = await effectsWhenAllIsWell(desk, company);
  await overdueTickets('Missed before', new Date());
  await eventually(
    async () => (await desk.books.count("jrd_sla_breaches WHERE breach_type = 'response'")) === 3,
    20_000,
  );
  await overdueTickets('Missed meanwhile', new Date(Date.now() + AROUND_MS + OUTAGE_MS / 2));

  const visitors = new Visitors(company, urls(), 'Outage');
  const load = new SteadyLoad(SCALE.redisOutageLoad, visitors.next);
  await pause(AROUND_MS);
  await desk.redis.end('SIGKILL');
  await pause(OUTAGE_MS);
  await desk.redis.start();
  const returned = Date.now();
  await pause(AROUND_MS);
  const shots = await load.stop();
  for (const comment of visitors.leftOver()) await sendOne(comment);

  const refused = shots.filter(({ status }) => status !== 200 && status !== 201);
  expect(refused).toEqual([]);
  await desk.books.settled(CAUGHT_UP_MS);
  const caughtUp = Date.now() - returned;
  const tickets = await expectEffects(desk.books, 'Outage', expected);
  expect(tickets).toEqual(visitors.tickets.toSorted((one, other) => one - other));

  const [missed] = (await effectsOf(desk.books, 'Missed before')).values();
  expect(missed).toEqual(expect.arrayContaining(['breach response told 1']));
  for (const lines of (await effectsOf(desk.books, 'Missed meanwhile')).values())
    expect(lines).toEqual(missed);
  const twice = [...desk.mailServer.handedOver.values()].filter((times) => times > 1);
  expect(twice).toEqual([]);
  expect(desk.processes.every((process) => process.isAlive)).toBe(true);

  const slowest = Math.max(...shots.map(({ ms }) => ms));
  report(
    `Redis away for ${SCALE.redisOutageSeconds} s under ${SCALE.redisOutageLoad} requests a second: ` +
      `${JSON.stringify(tally(shots))}, slowest ${slowest} ms; all effects of ${tickets.length} tickets once, ` +
      `${caughtUp} ms after its return`,
  );
});
