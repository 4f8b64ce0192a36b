import { setTimeout as pause } from 'node:timers/promises';

import { type Company, foundCompany } from '../faults/company';
import { report, SCALE } from '../support/scale';
import { DrillDesk } from './support/drill-desk';
import { effectsWhenAllIsWell, type Expected, expectEffects } from './support/effects';
import { type Shot, SteadyLoad, tally } from './support/steady-load';
import { Visitors } from './support/visitors';

jest.setTimeout(600_000);

const PER_SECOND = 40;
const AROUND_MS = 2_000;
const BACK_WITHIN_MS = 5_000;
const OUTAGE_MS = SCALE.databaseOutageSeconds * 1000;
const ROUNDS = Array.from({ length: SCALE.databaseOutages }, (_, index) => index + 1);

let desk: DrillDesk;
let company: Company;
let expected: Expected;

beforeAll(async () => {
  desk = await DrillDesk.start({ apis: 2, workers: 2 });
  company = await foundCompany({ url: desk.url() });
  expected = await effectsWhenAllIsWell(desk, company);
});

afterAll(() => desk.stop());

const isServed = ({ status }: Shot) => status === 200 || status === 201;

/** What a client can act on: it is not its fault, and it may come again. */
function expectUnavailable(shot: Shot): void {
  const { status, contentType, retryAfter, body } = shot;
  expect({ status, kind: shot.kind, contentType, retryAfter, body }).toEqual({
    status: 503,
    kind: expect.any(String),
    contentType: expect.stringContaining('application/problem+json'),
    retryAfter: expect.stringMatching(/^[1-9]\d*$/),
    body: expect.stringContaining('"status":503'),
  });
}

async function statusOf(path: string): Promise<number[]> {
  return Promise.all([0, 1].map(async (api) => (await fetch(`${desk.url(api)}/health/${path}`)).status));
}

it.each(ROUNDS)('the database is killed and comes back, round %d', async (round) => {
  const title = `Round ${round}`;
  const visitors = new Visitors(company, [desk.url(0), desk.url(1)], title);
  const load = new SteadyLoad(PER_SECOND, visitors.next);
  await pause(AROUND_MS);
  const killed = Date.now();
  await desk.database.end('SIGKILL');
  await pause(OUTAGE_MS);
  expect(await statusOf('live')).toEqual([200, 200]);
  expect(await statusOf('ready')).toEqual([503, 503]);
  await desk.database.start();
  const returned = Date.now();
  await pause(BACK_WITHIN_MS + AROUND_MS);
  const shots = await load.stop();

  const failed = shots.filter((shot) => !isServed(shot));
  for (const shot of failed) expectUnavailable(shot);
  expect(failed.length).toBeGreaterThan(0);
  expect(desk.processes.map(({ isAlive, said }) => (isAlive ? 'alive' : said))).toEqual(
    desk.processes.map(() => 'alive'),
  );
  const back = Math.max(...failed.map(({ at }) => at)) - returned;
  expect(back).toBeLessThan(BACK_WITHIN_MS);
  expect(await statusOf('ready')).toEqual([200, 200]);

  await desk.books.settled();
  const tickets = await expectEffects(desk.books, `${title} `, expected);
  // What was refused may have been committed all the same; what was answered must have been.
  expect(tickets).toEqual(expect.arrayContaining(visitors.tickets));
  report(
    `database killed, away for ${SCALE.databaseOutageSeconds} s, round ${round}: ${JSON.stringify(tally(shots))}; ` +
      `the last refusal ${Math.max(0, back)} ms after its return, ` +
      `slowest answer while it was away ${slowest(shots, killed, returned)} ms; all effects of ${tickets.length} tickets once`,
  );
});

function slowest(shots: readonly Shot[], from: number, to: number): number {
  return Math.max(...shots.filter(({ at }) => at >= from && at <= to).map(({ ms }) => ms));
}
