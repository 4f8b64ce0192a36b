import { Database, toColumn } from '@desk/platform/database';
import { Receipts } from '@desk/platform/events';

import { TestPlatform } from '../../../test/support/test-platform';

import { Housekeeping } from './housekeeping';

const HOUR_SECONDS = 3600;
const DAY_SECONDS = 24 * HOUR_SECONDS;

let platform: TestPlatform;

beforeEach(async () => {
  platform = await TestPlatform.start({ providers: [Housekeeping] });
});

afterEach(() => platform.stop());

const sweep = () => platform.module.get(Housekeeping).run();
const takeReceipt = (id: string) => platform.inWork(() => platform.get(Receipts).take(id));

function keepAnswer(id: string): Promise<unknown> {
  return platform.inWork(() =>
    platform
      .get(Database)
      .write()
      .query(
        `INSERT INTO idempotency_keys (id, person_id, idempotency_key, request_hash, status, response, created_at)
         VALUES (?, 'someone', ?, 'hash', 201, '{}', ?)`,
        [id, id, toColumn(platform.clock.now())],
      ),
  );
}

const answers = async () =>
  (await platform.rows<{ id: string }>('SELECT id FROM idempotency_keys ORDER BY id')).map(({ id }) => id);

it('keeps a receipt longer than a delivery could come again, then removes it', async () => {
  expect(await takeReceipt('delivery-1')).toBe(true);
  platform.clock.passSeconds(6 * DAY_SECONDS);
  await sweep();
  expect(await takeReceipt('delivery-1')).toBe(false);
  platform.clock.passSeconds(DAY_SECONDS + 1);
  await sweep();
  expect(await platform.rows('SELECT id FROM receipts')).toEqual([]);
});

it('keeps the answer to a repeatable request for a day', async () => {
  await keepAnswer('old');
  platform.clock.passSeconds(23 * HOUR_SECONDS);
  await keepAnswer('young');
  await sweep();
  expect(await answers()).toEqual(['old', 'young']);
  platform.clock.passSeconds(HOUR_SECONDS + 1);
  await sweep();
  expect(await answers()).toEqual(['young']);
});
