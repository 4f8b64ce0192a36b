import { EventBus } from '@desk/platform/events';
import { Database, UnitOfWork } from '@desk/platform/database';
import { TicketDeleted } from '@desk/domains/tickets';

import { TestSla } from '../../../../test/support/test-sla';
import { SlaQueries } from './sla-queries';

const HOUR = 3_600_000;

let desk: TestSla;
let urgent: number;
let low: number;

beforeAll(async () => {
  desk = await TestSla.start();
  urgent = await desk.policy('urgent', 1, 4);
  low = await desk.policy('low', 10, 40);
});

afterAll(() => desk.stop());

/** Lets every clock of an earlier test run out, so that a sweep finds what this one makes. */
beforeEach(async () => {
  desk.passHours(1000);
  await desk.sweep();
});

const inHours = (hours: number) => new Date(desk.clock.now().getTime() + hours * HOUR);
const column = (instant: Date) => instant.toISOString().replace('T', ' ').slice(0, 23);

describe('a new ticket', () => {
  it('carries both deadlines when its creation is answered', async () => {
    const { slaPolicyId, slaResponseDeadline, slaResolutionDeadline } = await desk.facts(
      await desk.ticket('urgent'),
    );
    expect({ slaPolicyId, slaResponseDeadline, slaResolutionDeadline }).toEqual({
      slaPolicyId: urgent,
      slaResponseDeadline: inHours(1),
      slaResolutionDeadline: inHours(4),
    });
  });

  it('has no deadline without a policy, but gets one counted from its creation when it comes under one', async () => {
    const id = await desk.ticket('medium');
    expect(await desk.facts(id)).toMatchObject({ slaPolicyId: null, slaResponseDeadline: null });
    const expected = inHours(10);
    desk.passHours(3);
    await desk.change(id, { priority: 'low' });
    expect(await desk.facts(id)).toMatchObject({ slaPolicyId: low, slaResponseDeadline: expected });
  });
});

describe('an answer', () => {
  it('in time is met; neither a note nor the customer stops the clock', async () => {
    const id = await desk.ticket('urgent');
    await desk.reply(id, desk.customer);
    expect((await desk.facts(id)).slaResponseMet).toBeNull();
    desk.passHours(1);
    await desk.reply(id);
    expect((await desk.facts(id)).slaResponseMet).toBe(true);
    expect(await desk.breaches(id)).toEqual([]);
  });

  it('is none when a member of staff writes on a ticket of their own, which it reopens as a customer does', async () => {
    const id = await desk.ticket('urgent', desk.agent);
    await desk.change(id, { status: 'pending' });
    await desk.reply(id, desk.agent);
    expect(await desk.facts(id)).toMatchObject({
      status: 'open',
      firstResponseAt: null,
      slaResponseMet: null,
    });
    desk.passHours(2);
    expect(await desk.sweep()).toBe(1);
    expect((await desk.breaches(id)).map((breach) => breach.breach_type)).toEqual(['response']);
  });

  it('too late between two sweeps is a breach at the deadline, on record at once and only once', async () => {
    const id = await desk.ticket('urgent');
    const deadline = column(inHours(1));
    desk.passHours(2);
    await desk.reply(id);
    expect((await desk.facts(id)).slaResponseMet).toBe(false);
    expect(await desk.breaches(id)).toEqual([
      { breach_type: 'response', policy_id: urgent, breached_at: deadline, detected_at: column(inHours(0)) },
    ]);
    await desk.sweep();
    expect(await desk.told(id)).toEqual({ activities: 1, events: 1 });
  });

  it('after the sweep noticed adds no second record', async () => {
    const id = await desk.ticket('urgent');
    desk.passHours(2);
    expect(await desk.sweep()).toBe(1);
    expect((await desk.facts(id)).slaResponseMet).toBe(false);
    await desk.reply(id);
    expect(await desk.told(id)).toEqual({ activities: 1, events: 1 });
  });
});

describe('solving and reopening', () => {
  it('goes on with the banked time, and leaves out the time spent solved', async () => {
    const id = await desk.ticket('low');
    desk.passHours(1);
    await desk.reply(id);
    desk.passHours(3);
    await desk.change(id, { status: 'resolved' });
    expect((await desk.facts(id)).slaResolutionMet).toBe(true);
    desk.passHours(500);
    await desk.change(id, { status: 'open' });
    expect(await desk.facts(id)).toMatchObject({
      slaResolutionDeadline: inHours(36),
      slaResolutionMet: null,
    });
  });

  it('holds the response clock of an unanswered ticket', async () => {
    const id = await desk.ticket('urgent');
    await desk.change(id, { status: 'closed' });
    desk.passHours(50);
    expect(await desk.sweep()).toBe(0);
    await desk.change(id, { status: 'open' });
    expect((await desk.facts(id)).slaResponseDeadline).toEqual(inHours(1));
  });

  it('closing too late is a breach, although nobody resolved', async () => {
    const id = await desk.ticket('urgent');
    await desk.reply(id);
    desk.passHours(5);
    await desk.change(id, { status: 'closed' });
    expect((await desk.breaches(id)).map((breach) => breach.breach_type)).toEqual(['resolution']);
    expect((await desk.facts(id)).slaResolutionMet).toBe(false);
  });
});

describe('another priority', () => {
  it('counts from the original start', async () => {
    const id = await desk.ticket('low');
    const expected = inHours(4);
    desk.passHours(3);
    await desk.reply(id);
    await desk.change(id, { priority: 'urgent' });
    expect(await desk.facts(id)).toMatchObject({ slaPolicyId: urgent, slaResolutionDeadline: expected });
  });

  it('keeps the breach on record when it buys time, and records the next deadline if that is missed too', async () => {
    const id = await desk.ticket('urgent');
    desk.passHours(2);
    await desk.sweep();
    await desk.change(id, { priority: 'low' });
    expect((await desk.facts(id)).slaResponseMet).toBeNull();
    desk.passHours(9);
    await desk.sweep();
    const responses = (await desk.breaches(id)).filter((breach) => breach.breach_type === 'response');
    expect(responses.map((breach) => breach.policy_id)).toEqual([urgent, low]);
  });

  it('that puts the deadline into the past is a breach at once', async () => {
    const id = await desk.ticket('low');
    desk.passHours(2);
    await desk.change(id, { priority: 'urgent' });
    expect((await desk.breaches(id)).map((breach) => breach.breach_type)).toEqual(['response']);
  });
});

it('a deleted ticket falls due no more', async () => {
  const id = await desk.ticket('urgent');
  const { reference, title, customerId, assignedAgentId, version, publicVersion } = await desk.facts(id);
  const ref = {
    ticketId: id,
    reference,
    title,
    customerId,
    assignedAgentId,
    version,
    publicVersion,
    isPublic: true,
  };
  await desk.get(UnitOfWork).run(async () => {
    const { deleted_at } = { deleted_at: column(desk.clock.now()) };
    await desk
      .get(Database)
      .write()
      .query('UPDATE jrd_tickets SET deleted_at = ? WHERE id = ?', [deleted_at, id]);
    await desk.get(EventBus).publish(TicketDeleted, desk.agent, ref);
  });
  desk.passHours(50);
  expect(await desk.sweep()).toBe(0);
});

it('the clocks of many tickets are read at once', async () => {
  const ids = [await desk.ticket('urgent'), await desk.ticket('medium')];
  const clocks = await desk.get(SlaQueries).stateOf([...ids, 987_654]);
  expect([...clocks.keys()]).toEqual(ids);
  expect(clocks.get(ids[0] ?? 0)).toEqual([
    expect.objectContaining({ kind: 'response', state: 'running', deadline: inHours(1), met: null }),
    expect.objectContaining({ kind: 'resolution', state: 'running', deadline: inHours(4), met: null }),
  ]);
});

it('a sweep of many handles each once, oldest deadline first', async () => {
  const ids: number[] = [];
  for (let index = 0; index < 120; index++) {
    ids.push(await desk.ticket('urgent'));
    desk.clock.passSeconds(1);
  }
  desk.passHours(1);
  expect(await desk.sweep()).toBe(120);
  expect(await desk.sweep()).toBe(0);
  const rows = await desk.rows<{ ticket_id: number }>(
    `SELECT ticket_id FROM jrd_sla_breaches WHERE ticket_id >= ? ORDER BY id`,
    [ids[0]],
  );
  expect(rows.map((row) => row.ticket_id)).toEqual(ids);
});
