import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';

import { type Company, foundCompany } from '../faults/company';
import { report } from '../support/scale';
import { DrillDesk, type Seat } from './support/drill-desk';
import { effectsWhenAllIsWell, type Expected, expectEffects } from './support/effects';
import { eventually } from './support/eventually';
import { Reader } from './support/reader';
import { sendOne } from './support/steady-load';
import { Visitors } from './support/visitors';

jest.setTimeout(120_000);

const SOON_MS = 5_000;
const PILED_UP = 60;

let desk: DrillDesk;
let company: Company;
let expected: Expected;

beforeAll(async () => {
  desk = await DrillDesk.start({ apis: 2, workers: 1 }, { DRAIN_SECONDS: '2' });
  company = await foundCompany({ url: desk.url(1) });
  expected = await effectsWhenAllIsWell(desk, company);
});

afterAll(() => desk.stop());

function only(seats: readonly Seat[]): Seat {
  const [seat] = seats;
  if (seat === undefined) throw new Error('There is no such process');
  return seat;
}

/** A request of which the server has the head and half of the body, until `finish` sends the rest. */
async function halfSent(url: string, token: string, body: string): Promise<{ finish(): Promise<number> }> {
  const sent = request(url, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${token}`,
      'Content-Type': 'application/json',
      'Content-Length': Buffer.byteLength(body),
      Expect: '100-continue',
    },
  });
  sent.flushHeaders();
  // The server has read the head.
  await once(sent, 'continue');
  const half = Math.floor(body.length / 2);
  sent.write(body.slice(0, half));
  return {
    finish: async () => {
      sent.end(body.slice(half));
      const [answer] = (await once(sent, 'response')) as [IncomingMessage];
      answer.resume();
      return answer.statusCode ?? 0;
    },
  };
}

async function isRefused(url: string): Promise<boolean> {
  return fetch(url).then(
    () => false,
    () => true,
  );
}

it('an API process says that it leaves, serves on, tells its sockets and finishes what it has begun', async () => {
  const [agent] = company.agents;
  const [customer] = company.customers;
  const seat = only(desk.apis);
  const page = new Reader(`http://127.0.0.1:${seat.port}`, agent.token);
  await eventually(() => page.isConnected, SOON_MS);
  const body = JSON.stringify({ title: 'Half sent', description: 'The rest follows', priority: 'low' });
  const slow = await halfSent(`${desk.url()}/api/tickets/tickets/`, customer?.token ?? '', body);

  seat.current.signal('SIGTERM');
  const ready = async () => fetch(`${desk.url()}/health/ready`);
  await eventually(async () => (await ready()).status === 503, SOON_MS);
  expect(await (await ready()).json()).toEqual({ status: 'unavailable', reason: 'draining' });
  const list = await fetch(`${desk.url()}/api/tickets/tickets/`, {
    headers: { Authorization: `Bearer ${agent.token}` },
  });
  expect(list.status).toBe(200);
  expect(page.ends).toEqual([]);

  await eventually(() => isRefused(`${desk.url()}/health/live`), SOON_MS);
  await eventually(() => page.ends.length > 0, SOON_MS);
  // The server closed it; were the process gone without a word, it would be a transport error.
  expect(page.ends).toEqual(['transport close']);
  expect(seat.current.isAlive).toBe(true);
  expect(await slow.finish()).toBe(201);
  expect(await seat.current.exited()).toBe(0);
  expect(await desk.books.count("jrd_tickets WHERE title = 'Half sent'")).toBe(1);
  await page.close();
  report('an API process drained: not ready, still serving, sockets told, a half sent request answered 201');
});

it('a worker gives back what it has not begun, and another does it', async () => {
  const { books } = desk;
  const seat = only(desk.workers);
  expect(await seat.current.end('SIGTERM')).toBe(0);
  const visitors = new Visitors(company, [desk.url(1)], 'Piled up');
  for (let each = 0; each < PILED_UP; each++) await sendOne(visitors.create());

  let stops = 0;
  for (; stops < 5 && (await books.count('jobs')) + (await books.count('outbox')) > 0; stops++) {
    await seat.start();
    await eventually(
      async () => (await books.count("jobs WHERE state = 'running'")) > 0 || (await isQuiet()),
      SOON_MS,
    );
    expect(await seat.current.end('SIGTERM')).toBe(0);
    expect(await books.count("jobs WHERE state = 'running'")).toBe(0);
    // Giving back is no failed try.
    expect(await books.rows('SELECT name, last_error FROM jobs WHERE attempts > 0')).toEqual([]);
  }
  await seat.start();
  await books.settled();
  expect(await expectEffects(books, 'Piled up', expected)).toHaveLength(PILED_UP);
  report(
    `a worker stopped ${stops} times in the middle of ${PILED_UP} tickets' work: every job back, none tried twice`,
  );
});

async function isQuiet(): Promise<boolean> {
  return (await desk.books.count('jobs')) + (await desk.books.count('outbox')) === 0;
}
