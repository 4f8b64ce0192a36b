import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { Database, toColumn, UnitOfWork } from '@desk/platform/database';
import { Housekeeping } from '@desk/platform/housekeeping';

import { createTestDesk, type TestDesk } from '../support/test-desk';

let desk: TestDesk;

beforeAll(async () => {
  desk = await createTestDesk();
});

afterAll(() => desk.close());

async function bringFile(token: string, content: string): Promise<string> {
  const answer = await desk.http
    .post('/desk/api/uploads/')
    .set('Authorization', `Bearer ${token}`)
    .attach('file', Buffer.from(content), 'note.txt')
    .expect(201);
  return (answer.body as { id: string }).id;
}

async function hashOf(id: string): Promise<string | undefined> {
  const rows = await desk
    .get(Database)
    .rows<{ sha256: string }>('SELECT sha256 FROM uploads WHERE id = ?', [id]);
  return rows[0]?.sha256;
}

const isStored = (hash = '') =>
  existsSync(join(desk.config.dataDir, 'files', hash.slice(0, 2), hash.slice(2, 4), hash));

it('should remove a file that nobody claimed for a day, and keep a fresh one', async () => {
  const token = await desk.signIn((await desk.createUser('customer')).email);
  const old = await bringFile(token, 'left behind');
  const fresh = await bringFile(token, 'just brought');
  const [oldHash, freshHash] = [await hashOf(old), await hashOf(fresh)];
  const twoDaysAgo = toColumn(new Date(Date.now() - 48 * 3600 * 1000));
  await desk
    .get(UnitOfWork)
    .run(() =>
      desk.get(Database).write().query('UPDATE uploads SET created_at = ? WHERE id = ?', [twoDaysAgo, old]),
    );

  await desk.get(Housekeeping).run();

  expect(await hashOf(old)).toBeUndefined();
  expect(isStored(oldHash)).toBe(false);
  expect(await hashOf(fresh)).toBe(freshHash);
  expect(isStored(freshHash)).toBe(true);
});

it('should remove mails after 90 days, but none that still waits to be sent', async () => {
  const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 3600 * 1000);
  const mail = (id: string, state: string, days: number) => ({
    id: `018f0000-0000-7000-8000-00000000000${id}`,
    to_address: 'someone@example.com',
    subject: `${state} ${days} days ago`,
    text: '',
    html: '',
    message_id: `<${id}@example.com>`,
    state,
    cause: id,
    created_at: daysAgo(days),
    sent_at: null,
    last_error: null,
  });
  const mails = [
    mail('1', 'kept', 91),
    mail('2', 'sent', 91),
    mail('3', 'failed', 91),
    mail('4', 'queued', 91),
    mail('5', 'kept', 89),
    mail('6', 'sent', 89),
  ];
  await desk.get(UnitOfWork).run(() => desk.get(Database).write().insert('mails', mails));

  await desk.get(Housekeeping).run();

  const left = await desk.get(Database).rows<{ subject: string }>('SELECT subject FROM mails ORDER BY id');
  expect(left.map(({ subject }) => subject)).toEqual([
    'queued 91 days ago',
    'kept 89 days ago',
    'sent 89 days ago',
  ]);
});

it('should remove lines of the request log after 90 days', async () => {
  const line = (path: string, days: number) => ({
    method: 'POST',
    path,
    status: 201,
    person_id: null,
    ip_address: '203.0.113.9',
    request_id: path,
    duration_ms: 3,
    timestamp: new Date(Date.now() - days * 24 * 3600 * 1000),
  });
  const lines = Array.from({ length: 1001 }, (_, each) => line(`/old/${each}`, 91));
  const add = () => desk.get(Database).insert('request_log', [...lines, line('/young', 89)]);
  await desk.get(UnitOfWork).run(add);

  await desk.get(Housekeeping).run();

  const left = await desk.get(Database).rows("SELECT path FROM request_log WHERE request_id LIKE '/%'");
  expect(left).toEqual([{ path: '/young' }]);
});
