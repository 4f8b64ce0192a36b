import { readdirSync } from 'node:fs';

import { loadDemo } from '@desk/backend/demo-workspace';
import { migrateDatabase } from '@desk/backend/prepare-database';
import { schema } from '@desk/backend/schema';
import { TICKET_STATUSES } from '@desk/contracts';
import { RateTicket } from '@desk/domains/tickets';
import { Config } from '@desk/platform/config';
import { type Connections, Database, migrate, migrateDown, openConnections } from '@desk/platform/database';
import { JobQueue } from '@desk/platform/queue';

import { contentOf, schemaDiff } from '../support/database-content';
import { further, FurtherWork1800000000000, NOON } from '../support/further-migration';
import { createTestDesk, type TestDesk } from '../support/test-desk';
import { onMysql, TestPlace } from '../support/test-place';
import { until } from '../support/until';

const TAGS = { battery: '#f59e0b', theft: '#ef4444', 'urgent-desk': '#be123c' };

/** What the further migration adds to each ticket, and with which value. */
const FURTHER_COLUMNS = {
  kept: [
    { contact: "the desk's lead", remark: '', effort: 3, is_watched: 1, seen_at: NOON, watcher_id: null },
  ],
  optional: ['watcher_id'],
  withDefault: [],
};

let desk: TestDesk;
let now: Date;
let said: string[];
let printed: string[];

beforeAll(async () => {
  desk = await createTestDesk({
    prepare: async (config) => {
      now = new Date();
      said = [];
      printed = await loadDemo(config, now, (line) => said.push(line));
    },
  });
}, 120_000);

afterAll(() => desk.close());

async function rows<T>(sql: string): Promise<T[]> {
  return desk.get(Database).rows<T>(sql);
}

async function count(from: string): Promise<number> {
  const [row] = await rows<{ n: number | string }>(`SELECT COUNT(*) AS n FROM ${from}`);
  return Number(row?.n);
}

async function columnsOf({ reader }: Connections): Promise<unknown> {
  const [added] = FURTHER_COLUMNS.kept;
  const names = Object.keys(added ?? {});
  const runner = reader.createQueryRunner();
  const table = await runner.getTable('jrd_tickets');
  await runner.release();
  const columns = table?.columns.filter(({ name }) => names.includes(name)) ?? [];
  const those = (which: (column: (typeof columns)[number]) => boolean) =>
    columns.filter(which).map(({ name }) => name);
  return {
    kept: await reader.query(`SELECT DISTINCT ${names.join(', ')} FROM jrd_tickets`),
    optional: those(({ isNullable }) => isNullable),
    withDefault: those((column) => column.default !== undefined && column.default !== null),
  };
}

/** The logins as a reader of the start-up lines would take them. */
function logins(): { role: string; email: string; password: string }[] {
  const password = / password (\S+)$/.exec(printed[0] ?? '')?.[1] ?? '';
  return printed.slice(1).map((line) => {
    const [role = '', email = ''] = line.trim().split(/\s+/);
    return { role, email, password };
  });
}

async function as(role: string): Promise<{ Authorization: string }> {
  const { email, password } = logins().find((login) => login.role === role) ?? { email: '', password: '' };
  return { Authorization: `Bearer ${await desk.signIn(email, password)}` };
}

describe('the demo workspace', () => {
  it('has people whom no mail can reach, so that none leaves even through a real mail server', async () => {
    const people = await rows<{ email: string }>('SELECT email FROM jrd_users');
    for (const { email } of people) expect(email).toMatch(/\.example$/);
  });

  it('holds 8 staff, 40 customers and about 300 tickets of 90 days in every state', async () => {
    expect(said).toEqual(['Loading the demo workspace …']);
    expect(await count("jrd_users WHERE role <> 'customer'")).toBe(8);
    expect(await count("jrd_users WHERE role = 'customer'")).toBe(40);
    const tickets = await rows<{ status: string; created_at: string }>(
      'SELECT status, created_at FROM jrd_tickets ORDER BY created_at',
    );
    expect(tickets.length).toBeGreaterThanOrEqual(290);
    expect(tickets.length).toBeLessThanOrEqual(310);
    expect(new Set(tickets.map(({ status }) => status))).toEqual(new Set(TICKET_STATUSES));
    const age = (text = '') =>
      (now.getTime() - new Date(`${text.replace(' ', 'T')}Z`).getTime()) / 86_400_000;
    expect(age(tickets[0]?.created_at)).toBeGreaterThan(80);
    expect(age(tickets[0]?.created_at)).toBeLessThanOrEqual(91);
    expect(age(tickets.at(-1)?.created_at)).toBeLessThan(1);
  });

  it('holds what stands around tickets: policies, rules, breaches, ratings, tags in their colours', async () => {
    expect(await count('jrd_sla_policies')).toBe(4);
    expect(await count('jrd_automation_rules')).toBeGreaterThan(5);
    expect(await count('jrd_sla_breaches')).toBeGreaterThan(10);
    expect(await count('jrd_tickets WHERE csat_rating IS NOT NULL')).toBeGreaterThan(30);
    const tags = await rows<{ name: string; color: string }>('SELECT name, color FROM jrd_tags');
    expect(Object.fromEntries(tags.map(({ name, color }) => [name, color]))).toMatchObject(TAGS);
    expect(new Set(tags.map(({ color }) => color)).size).toBe(tags.length);
  });

  it('prints one login a role, each of which signs in as that', async () => {
    expect(logins().map(({ role }) => role)).toEqual(['superadmin', 'manager', 'agent', 'customer']);
    for (const { role } of logins()) {
      const me = await desk.http
        .get('/desk/api/accounts/users/me/')
        .set(await as(role))
        .expect(200);
      expect(me.body).toMatchObject({ role });
    }
  });

  it('has unread notices for the agent and the manager at its first start', async () => {
    await until(async () => (await desk.get(JobQueue).pending()) === 0);
    for (const role of ['agent', 'manager']) {
      const unread = await desk.http
        .get('/desk/api/notifications/unread-count/')
        .set(await as(role))
        .expect(200);
      expect((unread.body as { count: number }).count).toBeGreaterThan(0);
      expect((unread.body as { count: number }).count).toBeLessThan(60);
    }
  });

  it('is left alone by a second start', async () => {
    const before = [
      await count('jrd_users'),
      await count('jrd_tickets'),
      await count('jrd_ticket_activities'),
    ];
    said = [];
    expect(await loadDemo(desk.config, new Date(), (line) => said.push(line))).toEqual(printed);
    expect(said).toEqual([]);
    const after = [
      await count('jrd_users'),
      await count('jrd_tickets'),
      await count('jrd_ticket_activities'),
    ];
    expect(after).toEqual(before);
  });
});

describe('a database of its own', () => {
  let place: TestPlace;
  let config: Config;
  /** As a later version sees it. */
  let later: Connections;

  beforeAll(async () => {
    place = await TestPlace.create();
    config = Config.from({ ...place.env, LOG_LEVEL: 'silent' });
    await migrateDatabase(config, now);
    later = await openConnections(place.target, further(schema));
  });

  afterAll(async () => {
    await later.close();
    await place.remove();
  });

  it('holds nothing of a load that fails half-way, and the whole after the next start', async () => {
    const rate = jest.spyOn(RateTicket.prototype, 'run').mockRejectedValueOnce(new Error('The disk is full'));
    await expect(loadDemo(config, now)).rejects.toThrow('The disk is full');
    rate.mockRestore();
    const again: string[] = [];
    await loadDemo(config, now, (line) => again.push(line));
    expect(again).toHaveLength(1);
  }, 120_000);

  it('goes up to a later version, back, and up again with its content equal', async () => {
    const { name } = new FurtherWork1800000000000();
    const down = (loseData: boolean) => migrateDown(later, place.target, { to: null, loseData }, new Date());
    const before = await contentOf(later);
    expect(await migrate(later, place.target, new Date())).toEqual([name]);
    const marks = 'SELECT ticket_id, mark FROM further_marks ORDER BY id';
    const made = [await contentOf(later), await later.reader.query(marks)];
    expect(await columnsOf(later)).toEqual(FURTHER_COLUMNS);

    // Nobody has written into the columns, so only the rows of the table would be missed.
    await expect(down(false)).rejects.toThrow(
      /^Going back would lose further_marks \(\d+ rows\); add --lose-data to do it all the same$/,
    );
    expect([await contentOf(later), await later.reader.query(marks)]).toEqual(made);
    expect(await down(true)).toEqual([name]);
    expect(await contentOf(later)).toEqual(before);
    expect(await schemaDiff(later)).toEqual([]);

    expect(await migrate(later, place.target, new Date())).toEqual([name]);
    expect([await contentOf(later), await later.reader.query(marks)]).toEqual(made);
    const copies = readdirSync(place.folder).filter((file) => file.includes('.sqlite.before-'));
    expect(copies).toHaveLength(onMysql ? 0 : 3);
  });
});
