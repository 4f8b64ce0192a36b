import type { Priority } from '@desk/contracts';
import { AddComment, UpdateTicket } from '@desk/domains/tickets';
import { SYSTEM } from '@desk/platform/security';

import { TestRules } from '../../../../test/support/test-rules';
import { CheckBreaches } from './check-breaches';
import { CreatePolicy } from './create-policy';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const THREE_DAYS = 72 * HOUR;

const TARGETS: readonly [Priority, number, number][] = [
  ['low', 40, 60],
  ['medium', 6, 30],
  ['high', 2, 20],
  ['urgent', 1, 9],
];

/** Everything that deadlines lead to, in the form in which logs are compared: instant, ticket, kind, before, after. */
interface Log {
  trail: unknown[];
  breaches: unknown[];
  rules: unknown[];
  clocks: unknown[];
}

/** A ticket every forty minutes, then three days with two acts of people, looked at every `step` seconds. */
async function threeDays(step: number): Promise<Log & { lags: number[] }> {
  const desk = await TestRules.start();
  try {
    await prepare(desk);
    const customer = await desk.person('customer');
    const agent = await desk.person('agent');
    const ids: number[] = [];
    for (let index = 0; index < 12; index++) {
      const priority = TARGETS[index % TARGETS.length]?.[0] ?? 'low';
      ids.push((await desk.ticket(customer, { priority })).id);
      desk.clock.passSeconds(40);
    }
    const acts = new Map([
      [7 * HOUR, () => answer(desk, ids[1] ?? 0, agent)],
      [25 * HOUR, () => solve(desk, ids[2] ?? 0, agent)],
    ]);
    await pass(desk, step, acts);
    return await logOf(desk);
  } finally {
    await desk.stop();
  }
}

async function prepare(desk: TestRules): Promise<void> {
  for (const [priority, response_time_hours, resolution_time_hours] of TARGETS) {
    const hours = { response_time_hours, resolution_time_hours, escalation_time_hours: 0 };
    const fields = { name: priority, description: '', priority, is_active: true, ...hours };
    await desk.get(CreatePolicy).run(SYSTEM, fields);
  }
  const on = { trigger_event: 'sla_breach' } as const;
  // Each raise of the priority moves both deadlines, one of them perhaps into the past.
  const raise = { ...on, action_type: 'change_priority' } as const;
  await desk.rule({ ...on, name: 'escalate', conditions: { priority: 'high' }, action_type: 'escalate' });
  await desk.rule({
    ...raise,
    name: 'to urgent',
    conditions: { priority: 'high', escalation_level: 2 },
    action_params: { priority: 'urgent' },
  });
  await desk.rule({
    ...raise,
    name: 'to high',
    conditions: { priority: 'medium' },
    action_params: { priority: 'high' },
  });
  await desk.rule({
    ...on,
    name: 'note',
    conditions: { priority: 'low' },
    action_type: 'add_comment',
    action_params: { content: 'Too late.' },
  });
}

async function pass(
  desk: TestRules,
  step: number,
  acts: ReadonlyMap<number, () => Promise<void>>,
): Promise<void> {
  const stops = new Set([...acts.keys(), THREE_DAYS]);
  for (let at = step; at <= THREE_DAYS; at += step) stops.add(at);
  let passed = 0;
  for (const stop of [...stops].sort((one, other) => one - other)) {
    desk.clock.passSeconds(stop - passed);
    passed = stop;
    await acts.get(stop)?.();
    if (stop % step === 0) await desk.get(CheckBreaches).run(SYSTEM);
  }
}

type Somebody = Parameters<AddComment['run']>[0];

async function answer(desk: TestRules, ticketId: number, actor: Somebody): Promise<void> {
  await desk.get(AddComment).run(actor, { ticketId, content: 'We look at it.', commentType: 'reply' });
}

async function solve(desk: TestRules, ticketId: number, actor: Somebody): Promise<void> {
  await desk.get(UpdateTicket).run(actor, { ticketId, changes: { status: 'resolved' } });
}

async function logOf(desk: TestRules): Promise<Log & { lags: number[] }> {
  const found = await desk.rows<{ breached_at: string; detected_at: string }>(
    'SELECT breached_at, detected_at FROM jrd_sla_breaches',
  );
  const instant = (text: string) => new Date(`${text.replace(' ', 'T')}Z`).getTime();
  return {
    trail: await desk.rows(
      `SELECT created_at, ticket_id, activity_type, old_value, new_value FROM jrd_ticket_activities
       WHERE activity_type <> 'created' ORDER BY created_at, ticket_id, activity_type, new_value`,
    ),
    breaches: await desk.rows(
      `SELECT breached_at, ticket_id, breach_type, policy_id, deadline FROM jrd_sla_breaches
       ORDER BY breached_at, ticket_id, breach_type`,
    ),
    rules: await desk.rows(
      `SELECT executed_at, ticket_id, rule_name, status, action_taken FROM jrd_automation_logs
       ORDER BY executed_at, ticket_id, rule_name, action_taken`,
    ),
    clocks: await desk.rows(
      `SELECT ticket_id, kind, policy_id, state, deadline, met, breached_at FROM jrd_sla_clocks ORDER BY ticket_id, kind`,
    ),
    lags: found.map((each) => instant(each.detected_at) - instant(each.breached_at)),
  };
}

it('three days at once leave the same log as a look each minute', async () => {
  const byMinute = await threeDays(MINUTE);
  const { lags, ...atOnce } = await threeDays(THREE_DAYS);
  expect({ ...byMinute, lags: undefined }).toEqual({ ...atOnce, lags: undefined });
  expect(atOnce.breaches.length).toBeGreaterThan(20);
  expect(atOnce.rules.length).toBeGreaterThan(15);
  // The breach is the same however late it is noticed; only the noticing tells the two apart.
  expect(Math.max(...byMinute.lags)).toBeLessThanOrEqual(MINUTE * 1000);
  expect(Math.max(...lags)).toBeGreaterThan(60 * HOUR * 1000);
}, 60_000);

describe('what a missed deadline causes', () => {
  let desk: TestRules;

  beforeEach(async () => {
    desk = await TestRules.start();
    await prepare(desk);
  });

  afterEach(() => desk.stop());

  it('carries the deadline: the trail, what rules do and the ticket, however late it is noticed', async () => {
    const ticket = await desk.ticket(await desk.person('customer'), { priority: 'high' });
    desk.clock.passSeconds(10 * HOUR);
    await desk.get(CheckBreaches).run(SYSTEM);
    const deadline = ticket.slaResponseDeadline;
    expect((await desk.facts(ticket.id)).updatedAt).toEqual(deadline);
    const stamps = await desk.rows<{ at: string }>(
      `SELECT created_at AS at FROM jrd_ticket_activities WHERE activity_type IN ('sla_breached', 'escalated')
       UNION SELECT executed_at FROM jrd_automation_logs UNION SELECT breached_at FROM jrd_sla_breaches`,
    );
    expect(stamps).toEqual([{ at: deadline?.toISOString().replace('T', ' ').slice(0, 23) }]);
  });

  it('does not take the breach back: a rule that solves the ticket at once solves it too late', async () => {
    await desk.rule({
      trigger_event: 'sla_breach',
      conditions: { priority: 'urgent' },
      action_type: 'change_status',
      action_params: { status: 'closed' },
    });
    const ticket = await desk.ticket(await desk.person('customer'), { priority: 'urgent' });
    desk.clock.passSeconds(2 * HOUR);
    expect(await desk.get(CheckBreaches).run(SYSTEM)).toEqual({ breaches: 1 });
    expect(await desk.facts(ticket.id)).toMatchObject({ status: 'closed', slaResponseMet: false });
    expect(await desk.get(CheckBreaches).run(SYSTEM)).toEqual({ breaches: 0 });
  });
});
