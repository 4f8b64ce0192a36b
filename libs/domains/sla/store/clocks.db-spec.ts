import {
  type Connections,
  Database,
  databaseSchema,
  joinSchemas,
  migrate,
  openConnections,
  UnitOfWork,
} from '@desk/platform/database';

import { TestPlace } from '../../../../test/support/test-place';
import { slaSchema } from '../index';
import { AROUND_THE_CLOCK } from '../model/calendar';
import { type SlaBreach } from '../model/breach';
import { SlaClock } from '../model/clock';
import { deriveClock } from '../model/derive-clock';
import { SlaPolicy } from '../model/policy';
import { Breaches } from './breaches';
import { ClockReads } from './clock-reads';
import { Clocks, type NewClockEvent } from './clocks';
import { Policies } from './policies';

const START = new Date('2026-01-05T09:00:00.000Z');
const after = (seconds: number) => new Date(START.getTime() + seconds * 1000);

const schema = joinSchemas([databaseSchema, slaSchema]);

let place: TestPlace;
let connections: Connections;
let database: Database;
let work: UnitOfWork;
let clocks: Clocks;

beforeAll(async () => {
  place = await TestPlace.create();
  const target = place.target;
  connections = await openConnections(target, schema);
  await migrate(connections, target, START);
  work = new UnitOfWork(connections);
  database = new Database(connections, work);
  clocks = new Clocks(database);
});

afterAll(async () => {
  await connections.close();
  await place.remove();
});

beforeEach(() =>
  work.run(async () => {
    for (const table of ['jrd_sla_clocks', 'jrd_sla_clock_events', 'jrd_sla_breaches', 'jrd_sla_policies']) {
      await database.write().query(`DELETE FROM ${table}`);
    }
  }),
);

function started(ticketId: number, targetSeconds: number | null): NewClockEvent {
  return {
    ticket_id: ticketId,
    clock: 'response',
    happening: 'started',
    at: START,
    target_seconds: targetSeconds,
    policy_id: targetSeconds === null ? null : 1,
    cause: 'tickets.created',
    cause_id: '019b8c6e-0000-7000-8000-000000000001',
  };
}

/** One running response clock a ticket, ticket ids from 1. */
async function start(...targets: (number | null)[]): Promise<void> {
  const events = targets.map((target, index) => started(index + 1, target));
  const rows = events.map((event) =>
    SlaClock.started(event.ticket_id, 'response', deriveClock([event], AROUND_THE_CLOCK)),
  );
  await work.run(() => clocks.start(rows, events));
}

/** @returns the ticket of the clock that fell due first, which is then due no more. */
async function claimNext(seconds: number): Promise<number | null> {
  const due = await clocks.nextDue(after(seconds));
  if (due !== null) await work.run(() => clocks.markBreached(due));
  return due?.ticket_id ?? null;
}

it('a clock and its history come back as they were written', async () => {
  await start(90);
  const [clock] = await clocks.ofTicket(1);
  expect(clock).toMatchObject({ state: 'running', deadline: after(90), started_at: START, met: null });
  const history = await clocks.historyOf(1);
  expect(history).toEqual([expect.objectContaining(started(1, 90))]);
  expect(deriveClock(history, AROUND_THE_CLOCK).deadline).toEqual(after(90));
});

it('a deadline is due once it has passed, the oldest first, and none without a promise', async () => {
  await start(30, 10, null, 20, 9000);
  expect(await clocks.anyDue(after(10))).toBe(false);
  expect(await clocks.anyDue(after(10.001))).toBe(true);
  expect(await clocks.nextDue(after(10))).toBeNull();
  for (const ticketId of [2, 4, 1]) expect(await claimNext(60)).toBe(ticketId);
  expect(await clocks.nextDue(after(60))).toBeNull();
});

it('a due clock is claimed by one worker only, and not after its deadline has moved', async () => {
  await start(10, 20);
  const first = await clocks.nextDue(after(60));
  if (first === null) throw new Error('A clock was due');
  expect(await work.run(() => clocks.markBreached({ ...first, deadline: after(11) }))).toBe(false);
  expect(await work.run(() => clocks.markBreached(first))).toBe(true);
  expect(await work.run(() => clocks.markBreached(first))).toBe(false);
  expect((await clocks.nextDue(after(60)))?.ticket_id).toBe(2);
  expect(await clocks.ofTicket(1)).toEqual([
    expect.objectContaining({ state: 'breached', met: false, breached_at: after(10) }),
  ]);
});

it('a missed deadline is on record once', async () => {
  const breaches = new Breaches(database);
  const miss = {
    ticket_id: 1,
    policy_id: 1,
    breach_type: 'response',
    deadline: after(10),
    breached_at: after(10),
    detected_at: after(11),
    notified: false,
  } as const;
  const add = (changes: Partial<SlaBreach>) => work.run(() => breaches.addOnce({ ...miss, ...changes }));
  expect(await add({})).toEqual(expect.any(Number));
  expect(await add({ detected_at: after(99) })).toBeNull();
  expect(await add({ breach_type: 'resolution' })).toEqual(expect.any(Number));
  expect(await add({ deadline: after(20) })).toEqual(expect.any(Number));
});

it('of several active policies the oldest applies', async () => {
  const policies = new Policies(database);
  const fields = {
    description: '',
    response_time_hours: 1,
    resolution_time_hours: 2,
    escalation_time_hours: 0,
  };
  const add = (name: string, is_active: boolean) =>
    work.run(() => policies.add(SlaPolicy.open({ ...fields, name, priority: 'high', is_active }, START)));
  await add('off', false);
  await add('first', true);
  await add('second', true);
  const chosen = await policies.forPriority('high');
  expect(await policies.namesOf([chosen?.id ?? 0])).toEqual(new Map([[chosen?.id, 'first']]));
  expect(await policies.forPriority('low')).toBeNull();
});

it('verdicts count the clocks that have a deadline', async () => {
  await start(10, 20, null);
  await claimNext(15);
  const reads = new ClockReads(database);
  const counted = await reads.verdicts();
  expect(counted.filter(({ clocks: n }) => n > 0)).toEqual([
    { kind: 'response', met: null, clocks: 1 },
    { kind: 'response', met: 0, clocks: 1 },
  ]);
});
