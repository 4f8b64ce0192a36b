import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';

import { TestPlatform } from '../../../test/support/test-platform';

import { type Upload } from './upload.entity';
import { Uploads } from './uploads';

const OWNER = '00000000-0000-7000-8000-000000000001';
const STRANGER = '00000000-0000-7000-8000-000000000002';
const DAY_SECONDS = 24 * 3600;

let platform: TestPlatform;
let uploads: Uploads;

beforeEach(async () => {
  platform = await TestPlatform.start();
  uploads = platform.get(Uploads);
});

afterEach(() => platform.stop());

const bring = (text: string, filename = 'notes.txt') =>
  uploads.receive(OWNER, { content: Readable.from([Buffer.from(text)]), filename });

const claim = (owner: string, ...ids: string[]) => platform.inWork(() => uploads.claim(owner, ids));

const isStored = ({ sha256 }: Upload) =>
  existsSync(join(platform.folder, 'files', sha256.slice(0, 2), sha256.slice(2, 4), sha256));

it('receives a file with its type by content and a name fit to show', async () => {
  const upload = await bring('hello', '../../notes.txt');
  expect(upload).toMatchObject({ filename: 'notes.txt', content_type: 'text/plain', file_size: 5 });
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk', 'base64');
  const content = Readable.from([png]);
  expect(await uploads.receive(OWNER, { content, filename: 'harmless.txt' })).toMatchObject({
    content_type: 'image/png',
  });
});

it('leaves no row of an empty file', async () => {
  const content = Readable.from([]);
  await expect(uploads.receive(OWNER, { content, filename: 'a.txt' })).rejects.toThrow();
  expect(await platform.rows('SELECT id FROM uploads')).toEqual([]);
});

it('gives a file to one claim of its owner', async () => {
  const [first, second] = [await bring('one'), await bring('two')];
  await expect(claim(STRANGER, first.id)).rejects.toMatchObject({ code: 'invalid' });
  const claimed = await claim(OWNER, second.id, first.id);
  expect(claimed.map(({ id }) => id)).toEqual([second.id, first.id]);
  await expect(claim(OWNER, first.id)).rejects.toMatchObject({ code: 'invalid' });
});

it('claims all or none, and nothing with a transaction that fails', async () => {
  const file = await bring('one');
  await expect(claim(OWNER, file.id, '00000000-0000-7000-8000-00000000000f')).rejects.toThrow();
  const undone = platform.inWork(async () => {
    await uploads.claim(OWNER, [file.id]);
    throw new Error('Undone');
  });
  await expect(undone).rejects.toThrow('Undone');
  expect(await claim(OWNER, file.id)).toHaveLength(1);
});

it('sweeps what nobody claimed for a day, and nothing else', async () => {
  const [claimed, old] = [await bring('claimed'), await bring('old')];
  await claim(OWNER, claimed.id);
  platform.clock.passSeconds(DAY_SECONDS + 1);
  const fresh = await bring('fresh');
  expect(await uploads.sweep()).toBe(1);
  expect([claimed, old, fresh].map(isStored)).toEqual([true, false, true]);
  expect(await uploads.sweep()).toBe(0);
});

it('keeps the content that another upload still has', async () => {
  const claimed = await bring('the same');
  await claim(OWNER, claimed.id);
  const left = await bring('the same');
  await uploads.discard([left]);
  expect(await platform.rows('SELECT id FROM uploads')).toEqual([{ id: claimed.id }]);
  expect(isStored(claimed)).toBe(true);
});
