import { CheckBreaches, CreatePolicy } from '@desk/domains/sla';
import { AddComment, UpdateTicket } from '@desk/domains/tickets';
import { Scheduler } from '@desk/platform/schedule';
import { type PersonActor, SYSTEM } from '@desk/platform/security';

import { TestRules } from '../../../../test/support/test-rules';
import { Episodes } from '../store/episodes';
import { WatchIdleTickets } from '../work/watch-idle-tickets';
import { DeleteRule } from './delete-rule';
import { RunIdleRules } from './run-idle-rules';
import { UpdateRule } from './update-rule';

const HOUR = 3600;
const DAY = 24 * HOUR;

let desk: TestRules;
let customer: PersonActor;
let agent: PersonActor;

beforeEach(async () => {
  desk = await TestRules.start([WatchIdleTickets]);
  customer = await desk.person('customer');
  agent = await desk.person('agent');
});

afterEach(() => desk.stop());

const ESCALATE = { name: 'escalate', trigger_event: 'ticket_idle', action_type: 'escalate' } as const;

const sweep = async () => (await desk.get(RunIdleRules).run(SYSTEM)).tickets;
const levelOf = async (ticketId: number) => (await desk.facts(ticketId)).escalationLevel;
const note = (ticketId: number, actor = agent) =>
  desk.get(AddComment).run(actor, { ticketId, content: 'Asked the workshop.', commentType: 'internal_note' });
const setStatus = (ticketId: number, status: 'open' | 'in_progress' | 'pending' | 'resolved') =>
  desk.get(UpdateTicket).run(agent, { ticketId, changes: { status } });
const executed = async () =>
  (await desk.rows<{ at: string }>('SELECT executed_at AS at FROM jrd_automation_logs ORDER BY id')).map(
    ({ at }) => new Date(`${at.replace(' ', 'T')}Z`),
  );
const inSeconds = (seconds: number) => new Date(desk.clock.now().getTime() + seconds * 1000);

describe('defects 2 and 5: an idle ticket', () => {
  it('is one on which no person has acted for a day, and rules hear of it once', async () => {
    await desk.rule(ESCALATE);
    const { id } = await desk.ticket(customer);
    desk.clock.passSeconds(DAY - 1);
    expect(await sweep()).toBe(0);
    desk.clock.passSeconds(1);
    for (let minute = 0; minute < 5; minute++) await sweep();
    expect(await levelOf(id)).toBe(1);
    desk.clock.passSeconds(30 * DAY);
    expect(await sweep()).toBe(0);
    expect(await desk.log()).toHaveLength(1);
  });

  it('is heard of again when a person has acted and a day has passed', async () => {
    await desk.rule(ESCALATE);
    const { id } = await desk.ticket(customer);
    desk.clock.passSeconds(20 * HOUR);
    await note(id);
    desk.clock.passSeconds(20 * HOUR);
    expect(await sweep()).toBe(0);
    desk.clock.passSeconds(4 * HOUR);
    expect(await sweep()).toBe(1);
    await desk.get(UpdateTicket).run(agent, { ticketId: id, changes: { priority: 'high' } });
    desk.clock.passSeconds(DAY);
    expect(await sweep()).toBe(1);
    expect(await levelOf(id)).toBe(2);
  });

  it.each(['open', 'in_progress', 'pending'] as const)('may be %s', async (status) => {
    await desk.rule(ESCALATE);
    const { id } = await desk.ticket(customer);
    await setStatus(id, status);
    desk.clock.passSeconds(DAY);
    await sweep();
    expect(await levelOf(id)).toBe(1);
  });

  it('is not one that is solved, until it is reopened', async () => {
    await desk.rule(ESCALATE);
    const { id } = await desk.ticket(customer);
    await setStatus(id, 'resolved');
    await note(id);
    desk.clock.passSeconds(2 * DAY);
    await sweep();
    expect(await levelOf(id)).toBe(0);
    await setStatus(id, 'open');
    desk.clock.passSeconds(DAY);
    await sweep();
    expect(await levelOf(id)).toBe(1);
  });

  it('is reached by conditions as any other', async () => {
    await desk.rule({ ...ESCALATE, conditions: { status: 'pending' } });
    const [waiting, open] = [await desk.ticket(customer), await desk.ticket(customer)];
    await setStatus(waiting.id, 'pending');
    desk.clock.passSeconds(DAY);
    expect(await sweep()).toBe(2);
    expect([await levelOf(waiting.id), await levelOf(open.id)]).toEqual([1, 0]);
  });
});

it('acts of rules and of deadlines neither end nor begin an episode', async () => {
  const hours = { response_time_hours: 30, resolution_time_hours: 40, escalation_time_hours: 0 };
  const policy = { name: 'Medium', description: '', priority: 'medium', is_active: true, ...hours } as const;
  await desk.get(CreatePolicy).run(SYSTEM, policy);
  await desk.rule({ ...ESCALATE, trigger_event: 'sla_breach', name: 'late' });
  await desk.rule({
    ...ESCALATE,
    name: 'reminder',
    action_type: 'add_comment',
    action_params: { content: 'Still there?' },
  });
  await desk.rule({
    ...ESCALATE,
    name: 'lower',
    action_type: 'change_status',
    action_params: { status: 'pending' },
  });
  await desk.ticket(customer);
  desk.clock.passSeconds(DAY);
  await sweep();
  desk.clock.passSeconds(10 * HOUR);
  await desk.get(CheckBreaches).run(SYSTEM);
  desk.clock.passSeconds(5 * DAY);
  await desk.get(CheckBreaches).run(SYSTEM);
  await sweep();
  const ran = (await desk.log()).map(({ rule }) => rule);
  expect(ran).toEqual(['reminder', 'lower', 'late', 'late']);
});

it('reaches every idle ticket in one run, in the order in which they fell idle', async () => {
  await desk.rule(ESCALATE);
  const ids: number[] = [];
  for (let index = 0; index < 130; index++) {
    ids.push((await desk.ticket(customer)).id);
    desk.clock.passSeconds(1);
  }
  desk.clock.passSeconds(DAY);
  expect(await sweep()).toBe(130);
  const reached = await desk.rows<{ id: number }>(
    'SELECT ticket_id AS id FROM jrd_automation_logs ORDER BY id',
  );
  expect(reached.map(({ id }) => id)).toEqual(ids);
}, 60_000);

it('tells a rule that is made later of tickets that are idle already, once and as of its making', async () => {
  await desk.rule({ ...ESCALATE, name: 'first' });
  await desk.ticket(customer);
  const idleAt = inSeconds(DAY);
  desk.clock.passSeconds(3 * DAY);
  await sweep();
  const id = await desk.rule({ ...ESCALATE, name: 'second' });
  const madeAt = inSeconds(0);
  desk.clock.passSeconds(DAY);
  await sweep();
  await sweep();
  expect((await desk.log()).map(({ rule }) => rule)).toEqual(['first', 'second']);
  expect(await executed()).toEqual([idleAt, madeAt]);

  await desk.get(DeleteRule).run(agent, { id });
  expect([...(await desk.get(Episodes).marks()).keys()]).toHaveLength(1);
});

it('leaves what fell idle while a rule was off until it is on again', async () => {
  const id = await desk.rule(ESCALATE);
  await desk.get(UpdateRule).run(agent, { id, changes: { is_active: false } });
  const ticket = await desk.ticket(customer);
  desk.clock.passSeconds(2 * DAY);
  await sweep();
  expect(await levelOf(ticket.id)).toBe(0);
  await desk.get(UpdateRule).run(agent, { id, changes: { is_active: true } });
  await sweep();
  expect(await levelOf(ticket.id)).toBe(1);
});

it('ends with the rule that stops processing, as for any other event', async () => {
  await desk.rule({ ...ESCALATE, name: 'first', stop_processing: true });
  await desk.rule({ ...ESCALATE, name: 'never' });
  await desk.ticket(customer);
  desk.clock.passSeconds(DAY);
  await sweep();
  await sweep();
  expect((await desk.log()).map(({ rule }) => rule)).toEqual(['first']);
});

it('is begun again from where it was when another process has been faster', async () => {
  await desk.rule(ESCALATE);
  const { id } = await desk.ticket(customer);
  await sweep();
  desk.clock.passSeconds(DAY);
  const episodes = desk.get(Episodes);
  const lost = jest.spyOn(episodes, 'moveMark').mockResolvedValueOnce(false);
  await expect(sweep()).rejects.toMatchObject({ code: 'idle_rules_running' });
  lost.mockRestore();
  expect(await levelOf(id)).toBe(0);
  await sweep();
  expect(await levelOf(id)).toBe(1);
});

it('runs by itself once a minute', async () => {
  await desk.rule(ESCALATE);
  const { id } = await desk.ticket(customer);
  desk.clock.passSeconds(DAY);
  await desk.get(Scheduler).runSchedule('automation.run-idle-rules');
  expect(await levelOf(id)).toBe(1);
});
