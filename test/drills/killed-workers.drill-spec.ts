import { setTimeout as pause } from 'node:timers/promises';

import { call, type Company, foundCompany } from '../faults/company';
import { Dice } from '../faults/dice';
import { report, SCALE, SEED } from '../support/scale';
import { DrillDesk } from './support/drill-desk';
import { sendOne } from './support/steady-load';
import { Visitors } from './support/visitors';

jest.setTimeout(900_000);

const WORKERS = 4;
const EVERY_MS = 3_000;
const LEAST_KILLS = 3;
const LANES = 8;
const TICKETS = SCALE.breachingTickets;
const RULE = 'Missed deadlines are marked';

const dice = new Dice(SEED);
let desk: DrillDesk;
let company: Company;

beforeAll(async () => {
  desk = await DrillDesk.start({ apis: 1, workers: WORKERS });
  company = await foundCompany({ url: desk.url() });
  await call(`${desk.url()}/api/automation/rules/`, company.managers[0]?.token ?? null, 'POST', {
    name: RULE,
    trigger_event: 'sla_breach',
    action_type: 'add_tag',
    action_params: { tag: 'late' },
  });
});

afterAll(() => desk.stop());

/** Urgent ones, which a rule hands to an agent. */
async function openTickets(): Promise<number[]> {
  const visitors = new Visitors(company, [desk.url()], 'Late');
  let left = TICKETS;
  const lane = async () => {
    while (left-- > 0) await sendOne(visitors.create());
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  await desk.books.settled();
  return visitors.tickets;
}

/** Both clocks of each end in the same second. */
async function endTogether(tickets: readonly number[]): Promise<Date> {
  const at = new Date(Math.ceil(Date.now() / 1000) * 1000 + 3000);
  await desk.books.run('UPDATE jrd_sla_clocks SET deadline = ? WHERE ticket_id IN (?)', [
    at.toISOString().slice(0, 23).replace('T', ' '),
    tickets,
  ]);
  return at;
}

/** Something is still to be noticed or to be told. What was given up ends the drill as well, and fails it. */
async function isUnderWay(): Promise<boolean> {
  const { books } = desk;
  const running = await books.count("jrd_sla_clocks WHERE state = 'running'");
  const jobs = await books.count("jobs WHERE state <> 'parked'");
  return running + jobs + (await books.count('outbox')) > 0;
}

it('a thousand deadlines in one second are told once each, whatever becomes of the workers', async () => {
  const tickets = await openTickets();
  const deadline = await endTogether(tickets);
  await pause(deadline.getTime() - Date.now() + 500);

  let kills = 0;
  for (; kills < LEAST_KILLS || (await isUnderWay()); kills++) {
    const seat = dice.pick(desk.workers);
    await seat.end();
    seat.spawn();
    await pause(EVERY_MS);
  }
  await Promise.all(desk.workers.map((seat) => seat.current.started));
  await desk.books.settled();
  const [last] = await desk.books.rows<{ at: string }>('SELECT MAX(created_at) AS at FROM jrd_notifications');
  const told = new Date(`${last?.at.replace(' ', 'T') ?? ''}Z`).getTime() - deadline.getTime();

  const breaches = await desk.books.rows<{ ticket_id: number; breach_type: string; n: number }>(
    'SELECT ticket_id, breach_type, count(*) AS n FROM jrd_sla_breaches GROUP BY ticket_id, breach_type',
  );
  expect(breaches).toHaveLength(TICKETS * 2);
  expect(breaches.filter(({ n }) => n !== 1)).toEqual([]);
  expect(await desk.books.count('jrd_sla_breaches WHERE notified = 0')).toBe(0);

  const recipients = [company.agents[0], ...company.managers].map(({ id }) => id);
  const notices = await desk.books.rows<{ ticket_id: number; user_id: string; n: number }>(
    `SELECT ticket_id, user_id, count(*) AS n FROM jrd_notifications WHERE notification_type = 'sla_breach'
      GROUP BY ticket_id, user_id`,
  );
  expect(new Set(notices.map(({ user_id }) => user_id))).toEqual(new Set(recipients));
  expect(notices).toHaveLength(TICKETS * recipients.length);
  // One for each of its two breaches.
  expect(notices.filter(({ n }) => n !== 2)).toEqual([]);

  expect(await desk.books.count('jrd_automation_logs WHERE rule_name = ?', [RULE])).toBe(TICKETS * 2);
  const trail = await desk.books.count("jrd_ticket_activities WHERE activity_type = 'sla_breached'");
  expect(trail).toBe(TICKETS * 2);
  report(
    `${TICKETS} tickets breach in the same second, ${WORKERS} workers, seed ${SEED}: ${kills} killed, one every ` +
      `${EVERY_MS / 1000} s; ${breaches.length} breaches and ${TICKETS * 2 * recipients.length} notices, each once, ` +
      `the last ${Math.round(told / 1000)} s after the deadline`,
  );
});
