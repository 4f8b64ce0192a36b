import { Database, UnitOfWork } from '@desk/platform/database';

import { TestPlatform } from '../../../../test/support/test-platform';
import { until } from '../../../../test/support/until';

import { RequestLog } from './request-log';
import { withoutTokens } from './without-tokens';

describe('the log of writing requests', () => {
  let platform: TestPlatform;

  beforeEach(async () => {
    platform = await TestPlatform.start({ providers: [RequestLog] });
    await platform.boot();
  });

  afterEach(() => platform.stop());

  const line = (path: string) => ({
    method: 'POST',
    path,
    status: 201,
    person_id: null,
    ip_address: '203.0.113.9',
    request_id: path,
    duration_ms: 3,
    timestamp: platform.clock.now(),
  });
  const note = (path: string) => platform.get(RequestLog).note(line(path));
  const paths = async () =>
    (await platform.rows<{ path: string }>('SELECT path FROM request_log ORDER BY id')).map(
      ({ path }) => path,
    );

  it('writes by itself, many lines by one statement, in the order in which they came', async () => {
    const statements = jest.spyOn(platform.get(Database), 'insert');
    for (let each = 0; each < 200; each++) note(`/${each}`);
    await until(async () => (await paths()).length === 200);
    expect(await paths()).toEqual(Array.from({ length: 200 }, (_, each) => `/${each}`));
    expect(statements).toHaveBeenCalledTimes(1);
  });

  it('keeps what could not be written for the next time, up to a bound', async () => {
    const away = Object.assign(new Error('busy'), { code: 'SQLITE_BUSY' });
    const transaction = jest.spyOn(platform.get(UnitOfWork), 'run').mockRejectedValue(away);
    for (let each = 0; each < 10_500; each++) note(`/${each}`);
    await platform.get(RequestLog).write();
    transaction.mockRestore();
    expect(await paths()).toEqual([]);
    await platform.get(RequestLog).write();
    const written = await paths();
    expect(written).toHaveLength(10_000);
    expect([written[0], written.at(-1)]).toEqual(['/0', '/9999']);
  });

  it('lets go of a line that the database refuses, and of no other', async () => {
    note('/before');
    platform.get(RequestLog).note({ ...line('/refused'), method: null as never });
    note('/after');
    await platform.get(RequestLog).write();
    expect(await paths()).toEqual(['/before', '/after']);
    await platform.get(RequestLog).write();
    expect(await paths()).toHaveLength(2);
  });
});

it.each([
  ['/desk/api/accounts/users/01938f5e-6d3c-7b1a-9c2e-0123456789ab/', null],
  ['/desk/api/knowledge-base/articles/how-to-reset-the-password-of-a-printer/feedback/', null],
  ['/desk/api/tickets/tickets/JRD-7K3XQM/comment/', null],
  [
    '/desk/api/accounts/invitations/Zx3kQ9vB7LmN2pR8tY5wA1cD4eF6gH0j/',
    '/desk/api/accounts/invitations/Zx3k…/',
  ],
  ['/desk/api/accounts/reset/9f86d081884c7d659a2feaa0c55ad015a3bf4f1b/', '/desk/api/accounts/reset/9f86…/'],
])('%s is kept as %s', (path, cut) => {
  expect(withoutTokens(path)).toBe(cut ?? path);
});
