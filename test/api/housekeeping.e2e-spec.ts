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
