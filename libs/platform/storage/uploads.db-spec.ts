import { existsSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';

import { Database, UnitOfWork } from '@desk/platform/database';

import { TestPlatform } from '../../../test/support/test-platform';

import { DiskFileStore } from './disk/disk-file-store';
import { FileStore, type IsNeeded, type ReceivedFile } from './file-store';
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

it('sweeps the transfer that broke off with its process, too', async () => {
  const { sha256 } = await bring('whole');
  const broken = join(platform.folder, 'files', 'incoming', 'broken-off');
  writeFileSync(broken, 'half of it');
  utimesSync(broken, 0, 0);
  expect(await uploads.sweep()).toBe(1);
  expect(existsSync(broken)).toBe(false);
  expect(await platform.rows('SELECT sha256 FROM uploads')).toEqual([{ sha256 }]);
});

it('keeps the content that another upload still has', async () => {
  const claimed = await bring('the same');
  await claim(OWNER, claimed.id);
  const left = await bring('the same');
  await uploads.discard([left]);
  expect(await platform.rows('SELECT id FROM uploads')).toEqual([{ id: claimed.id }]);
  expect(isStored(claimed)).toBe(true);
});

describe('when one process stores a content that another removes for want of a row', () => {
  const CONTENT = 'of both';
  /** Come after the file has its place, and after its row is there, as seen by the process that stores. */
  let beforeRow: () => Promise<unknown>;
  let afterRow: () => Promise<unknown>;
  /** Comes while the file is out of sight, around the question for rows. */
  let beforeAsking: () => Promise<unknown>;
  let afterAsking: () => Promise<unknown>;

  class Halting extends DiskFileStore {
    override async receive(content: Readable): Promise<ReceivedFile> {
      const received = await super.receive(content);
      let times = 0;
      const keep = async () => {
        if (times++ > 0) await afterRow();
        await received.keep();
        if (times === 1) await beforeRow();
      };
      return { ...received, keep };
    }

    override removeUnlessNeeded(sha256: string, isNeeded: IsNeeded): Promise<void> {
      return super.removeUnlessNeeded(sha256, async () => {
        await beforeAsking();
        const needed = await isNeeded(sha256);
        await afterAsking();
        return needed;
      });
    }
  }

  /** The same rows and the same folder, as another process has them. */
  const another = () =>
    new Uploads(
      platform.clock,
      platform.get(Database),
      platform.get(UnitOfWork),
      new Halting(join(platform.folder, 'files')),
    );

  const storing = async (by: Uploads) =>
    by.receive(OWNER, { content: Readable.from([Buffer.from(CONTENT)]), filename: 'same.txt' });

  beforeEach(() => {
    beforeRow = afterRow = beforeAsking = afterAsking = () => Promise.resolve();
  });

  it('the removal that began before the row puts the file back', async () => {
    const gone = await bring(CONTENT);
    let kept: Upload | undefined;
    beforeAsking = async () => {
      kept = await storing(uploads);
      expect(isStored(kept)).toBe(true);
    };
    await another().discard([gone]);
    expect(isStored(kept!)).toBe(true);
  });

  it('the removal that asked before the row leaves the file that comes after it', async () => {
    const gone = await bring(CONTENT);
    let kept: Upload | undefined;
    afterAsking = async () => (kept = await storing(uploads));
    await another().discard([gone]);
    expect(isStored(kept!)).toBe(true);
  });

  it.each(['before', 'after'])('the whole removal %s the row leaves the file', async (when) => {
    const gone = await bring(CONTENT);
    const remove = async () => {
      await uploads.discard([gone]);
    };
    if (when === 'before') beforeRow = remove;
    else afterRow = remove;
    expect(isStored(await storing(another()))).toBe(true);
  });

  it.each(['before', 'after'])(
    'the removal that asks %s the row, begun ahead of it, leaves the file',
    async (when) => {
      const gone = await bring(CONTENT);
      const signals = ['placed', 'asked', 'out of sight'] as const;
      const arrive: Record<string, () => void> = {};
      const arrival = Object.fromEntries(
        signals.map((name) => [name, new Promise<void>((resolve) => (arrive[name] = resolve))]),
      );
      // The one that stores waits with its row until the file is out of sight, or until rows were asked for.
      beforeRow = () => {
        arrive['placed']?.();
        return arrival[when === 'before' ? 'asked' : 'out of sight'] ?? Promise.resolve();
      };
      const stored = storing(another());
      await arrival['placed'];
      beforeAsking = async () => {
        arrive['out of sight']?.();
        if (when === 'after') await stored;
      };
      afterAsking = async () => {
        arrive['asked']?.();
        await stored;
      };
      await another().discard([gone]);
      expect(isStored(await stored)).toBe(true);
    },
  );

  it('no file stays when both rows go', async () => {
    const [one, two] = [await bring(CONTENT), await storing(another())];
    await Promise.all([uploads.discard([one]), another().discard([two])]);
    expect([one, two].map(isStored)).toEqual([false, false]);
  });
});

it('leaves neither row nor content of a file that finds no place', async () => {
  const full = jest
    .spyOn(platform.get(FileStore) as DiskFileStore, 'receive')
    .mockImplementation(async (content) => {
      const received = await DiskFileStore.prototype.receive.call(platform.get(FileStore), content);
      return { ...received, keep: () => Promise.reject(new Error('No space left')) };
    });
  await expect(bring('too much')).rejects.toThrow('No space left');
  full.mockRestore();
  expect(await platform.rows('SELECT id FROM uploads')).toEqual([]);
  expect(readdirSync(join(platform.folder, 'files', 'incoming'))).toEqual([]);
});
