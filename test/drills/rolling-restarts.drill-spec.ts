import { type Company, foundCompany } from '../faults/company';
import { report, SCALE } from '../support/scale';
import { DrillDesk, type Seat } from './support/drill-desk';
import { effectsWhenAllIsWell, type Expected, expectEffects } from './support/effects';
import { eventually } from './support/eventually';
import { haproxy } from './support/haproxy';
import { Reader } from './support/reader';
import { type Server } from './support/server';
import { SteadyLoad, tally } from './support/steady-load';
import { READING, Visitors } from './support/visitors';

jest.setTimeout(1_800_000);

const IN_ROUND_WITHIN_MS = 30_000;

let desk: DrillDesk;
let proxy: Server;
let company: Company;
let expected: Expected;

beforeAll(async () => {
  desk = await DrillDesk.start({ apis: 2, workers: 2 }, { DRAIN_SECONDS: '2' });
  proxy = await haproxy(desk.folder, [port(0), port(1)]);
  await proxy.start();
  company = await foundCompany({ url: origin() + '/desk' });
  expected = await effectsWhenAllIsWell(desk, company);
});

afterAll(async () => {
  await proxy.end('SIGTERM');
  await desk.stop();
});

const origin = () => `http://127.0.0.1:${proxy.port}`;
const port = (api: number) => seat(api).port;

function seat(api: number): Seat {
  const found = desk.apis[api];
  if (found === undefined) throw new Error(`There is no API process ${api}`);
  return found;
}

/** The proxy sends it what people ask for. */
async function isInRound(api: number): Promise<boolean> {
  const metrics = await (await fetch(`${desk.url(api)}/metrics`)).text();
  return metrics.includes('route="/api/tickets/tickets"');
}

it('no request fails and no notice is missed while API processes are restarted in turn', async () => {
  const [agent] = company.agents;
  const [customer] = company.customers;
  const people = [agent, company.managers[1], customer];
  const readers = people.map((person) => new Reader(origin(), person?.token ?? ''));
  await eventually(() => readers.every((reader) => reader.isConnected), 5_000);
  const visitors = new Visitors(company, [`${origin()}/desk`], 'Rolling', READING);
  const load = new SteadyLoad(SCALE.rollingRestartLoad, visitors.next);
  for (const api of [0, 1]) await eventually(() => isInRound(api), IN_ROUND_WITHIN_MS);

  const codes: (number | null)[] = [];
  for (let restart = 0; restart < SCALE.rollingRestarts; restart++) {
    const api = restart % 2;
    codes.push(await seat(api).current.end('SIGTERM'));
    await seat(api).start();
    await eventually(() => isInRound(api), IN_ROUND_WITHIN_MS);
  }
  const shots = await load.stop();

  expect(shots.filter(({ status }) => status !== 200 && status !== 201)).toEqual([]);
  expect(codes).toEqual(codes.map(() => 0));
  await desk.books.settled();
  const tickets = await expectEffects(desk.books, 'Rolling', expected);
  expect(tickets).toEqual(visitors.tickets.toSorted((one, other) => one - other));

  await eventually(() => readers.every((reader) => reader.isConnected), 5_000);
  for (const reader of readers) await reader.close();
  for (const [index, reader] of readers.entries()) {
    const written = await desk.books.rows<{ id: string }>(
      'SELECT id FROM jrd_notifications WHERE user_id = ?',
      [people[index]?.id],
    );
    expect(written.filter(({ id }) => !reader.seen.has(id))).toEqual([]);
  }
  const ends = readers.flatMap((reader) => reader.ends);
  report(
    `${SCALE.rollingRestarts} rolling restarts of two API processes behind haproxy under ${SCALE.rollingRestartLoad} ` +
      `requests a second: ${JSON.stringify(tally(shots))}, slowest ${Math.max(...shots.map(({ ms }) => ms))} ms; ` +
      `${ends.length} websockets ended and came back, none of ${tickets.length} tickets' notices missed`,
  );
});
