import { BuiltProcess } from '../support/built-process';
import { freePort } from '../support/free-port';
import { report } from '../support/scale';
import { DrillDesk } from './support/drill-desk';
import { eventually } from './support/eventually';

jest.setTimeout(180_000);

const SOON_MS = 20_000;
/** A process waits for a minute. */
const GIVEN_UP_MS = 90_000;

let desk: DrillDesk;
let doomed: { service: string; process: BuiltProcess }[];

beforeAll(async () => {
  desk = await DrillDesk.prepare();
  const nowhere = await freePort();
  const without = (app: 'api' | 'worker', setting: object) =>
    BuiltProcess.spawn(app, { ...desk.env, PORT: '0', ...setting });
  const noDatabase = { DATABASE_URL: `mysql://desk:desk@127.0.0.1:${nowhere}/desk` };
  doomed = [
    { service: 'The database of DATABASE_URL', process: without('api', noDatabase) },
    { service: 'The database of DATABASE_URL', process: without('worker', noDatabase) },
    {
      service: 'The Redis of REDIS_URL',
      process: without('worker', { REDIS_URL: `redis://127.0.0.1:${nowhere}` }),
    },
  ];
});

afterAll(async () => {
  await Promise.all(doomed.map(({ process }) => process.end('SIGKILL')));
  await desk.stop();
});

it('processes that were started before database and Redis serve when these are there', async () => {
  await desk.database.end('SIGTERM');
  await desk.redis.end('SIGTERM');
  const seats = [await desk.seat('api'), await desk.seat('api'), await desk.seat('worker')];
  const processes = seats.map((seat) => seat.spawn());
  await desk.database.start();
  await desk.redis.start();
  // All at once on an empty database: one of them makes the first superadmin.
  await Promise.all(processes.map(({ started }) => started));
  for (const api of [0, 1]) {
    await eventually(async () => (await fetch(`${desk.url(api)}/health/ready`)).status === 200, SOON_MS);
  }
  expect(await desk.books.count("jrd_users WHERE role = 'superadmin'")).toBe(1);
  report('two API processes and a worker, started before database and Redis, came up with them');
});

it('a process that nobody answers gives up after a minute, with one line and a failure', async () => {
  await eventually(() => doomed.every(({ process }) => !process.isAlive), GIVEN_UP_MS);
  for (const { service, process } of doomed) {
    expect(await process.exited()).toBe(1);
    expect(process.said.trimEnd().split('\n')).toEqual([
      expect.stringMatching(new RegExp(`^${service} does not answer: .*ECONNREFUSED`)),
    ]);
  }
  report(
    'processes without their database or Redis gave up after a minute, each with one line and exit code 1',
  );
});
