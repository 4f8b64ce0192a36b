import { Database, UnitOfWork } from '@desk/platform/database';
import { networkOf } from '@desk/platform/security';

import { TestAccounts } from '../../../../test/support/test-accounts';
import { LoginAuditLog } from '../model/login-audit-log';
import { LoginAuditList } from './login-audit-list';
import { LoginAudits } from './login-audits';
import type { UserFilters } from './user-list';
import { UserList } from './user-list';

const ALL = { page: 1, size: 100 };

let desk: TestAccounts;

beforeAll(async () => {
  desk = await TestAccounts.start();
  for (const name of ['zoé', 'adam', 'Élan', 'adam2', '100%_sure']) {
    await desk.createPerson('customer', `${name}@velumera.example`, null);
    desk.clock.passSeconds(60);
  }
  await desk.createPerson('agent', 'nina@velumera.example', null);
});

afterAll(() => desk.stop());

describe('the list of people', () => {
  const names = async (filters: UserFilters, descending = false) =>
    (await desk.get(UserList).page(filters, 'name', descending, ALL)).rows.map((row) => row.first_name);

  it('is sorted by name without case and accents', async () => {
    expect(await names({})).toEqual(['100%_sure', 'adam', 'adam2', 'Élan', 'nina', 'zoé']);
    expect(await names({}, true)).toEqual(['zoé', 'nina', 'Élan', 'adam2', 'adam', '100%_sure']);
  });

  it('is filtered and searched, signs of patterns taken literally', async () => {
    expect(await names({ role: ['agent'] })).toEqual(['nina']);
    expect(await names({ role: ['agent', 'manager'], is_active: false })).toEqual([]);
    expect(await names({ search: 'ELAN exam' })).toEqual(['Élan']);
    expect(await names({ search: '%' })).toEqual(['100%_sure']);
    expect(await names({ search: '_' })).toEqual(['100%_sure']);
    expect(await names({ search: 'nobody' })).toEqual([]);
  });

  it.each(['name', 'last_login', 'role', 'date_joined'] as const)(
    'walks by cursor in order of %s and loses nobody',
    async (sort) => {
      for (const descending of [false, true]) {
        const whole = await desk.get(UserList).page({}, sort, descending, ALL);
        const walked: string[] = [];
        for (let cursor: string | null = ''; cursor !== null;) {
          const part = await desk.get(UserList).page({}, sort, descending, { page: 1, size: 2, cursor });
          expect(part.count).toBe(6);
          walked.push(...part.rows.map((row) => row.id));
          cursor = part.nextCursor;
        }
        expect(walked).toEqual(whole.rows.map((row) => row.id));
      }
    },
  );
});

describe('the list of sign-ins', () => {
  it('is filtered by status, time and text', async () => {
    const since = desk.clock.now();
    await desk.get(UnitOfWork).run(async () => {
      for (const [status, ip] of [
        ['failed', '203.0.113.9'],
        ['locked', '203.0.113.9'],
        ['success', '198.51.100.7'],
      ] as const) {
        await desk.get(LoginAudits).add({
          user_id: null,
          email_attempted: 'Someone@velumera.example',
          email_key: 'someone@velumera.example',
          status,
          ip_address: ip,
          network: networkOf(ip),
          user_agent: '',
          timestamp: desk.clock.now(),
        });
        desk.clock.passSeconds(60);
      }
    });
    const statuses = async (filters: Parameters<LoginAuditList['page']>[0]) =>
      (await desk.get(LoginAuditList).page(filters, 'timestamp', true, ALL)).rows.map((row) => row.status);
    expect(await statuses({})).toEqual(['success', 'locked', 'failed']);
    expect(await statuses({ status: ['failed', 'locked'] })).toEqual(['locked', 'failed']);
    expect(await statuses({ search: '203.0' })).toEqual(['locked', 'failed']);
    expect(await statuses({ search: 'ONE@velu' })).toHaveLength(3);
    expect(await statuses({ search: '0.113' })).toEqual([]);
    const second = new Date(since.getTime() + 60_000);
    expect(await statuses({ from: second })).toEqual(['success', 'locked']);
    expect(await statuses({ until: second })).toEqual(['failed']);
  });
});

it('of any length is walked through in its order, each row once', async () => {
  const entry = (each: number) => ({
    user_id: null,
    email_attempted: `walker${each}@velumera.example`,
    email_key: `walker${each}@velumera.example`,
    status: 'failed' as const,
    ip_address: '203.0.113.9',
    network: '203.0.113.9',
    user_agent: '',
    // Many at one instant: the id alone tells them apart.
    timestamp: new Date(desk.clock.now().getTime() + Math.floor(each / 300)),
  });
  const entries = Array.from({ length: 1100 }, (_, each) => entry(each));
  await desk.get(UnitOfWork).run(() => desk.get(Database).insert(LoginAuditLog, entries));
  const walked: string[] = [];
  const sizes: number[] = [];
  for await (const part of desk.get(LoginAuditList).walk({ email: 'walker' }, 'timestamp', false)) {
    sizes.push(part.length);
    walked.push(...part.map((row) => row.email_attempted));
  }
  expect(walked).toEqual(entries.map((each) => each.email_attempted));
  expect(Math.max(...sizes)).toBeLessThan(1000);
});
