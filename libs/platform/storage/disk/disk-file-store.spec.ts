import { createHash, randomBytes } from 'node:crypto';
import promises, * as files from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';

import { type StoredFile } from '../file-store';

import { DiskFileStore } from './disk-file-store';
import { DurableFolders } from './durable-folders';

let folder: string;
let store: DiskFileStore;

beforeEach(async () => {
  folder = await files.mkdtemp(join(tmpdir(), 'desk-files-'));
  store = new DiskFileStore(folder);
});

afterEach(() => files.rm(folder, { recursive: true }));

async function put(content: Readable): Promise<StoredFile> {
  const { sha256: hash, size, keep, discard } = await store.receive(content);
  await keep();
  await discard();
  return { sha256: hash, size };
}

const remove = (hash: string) => store.removeUnlessNeeded(hash, () => Promise.resolve(false));

const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');

/** Every file below the folder, by its path within. */
async function stored(): Promise<string[]> {
  const found = await files.readdir(folder, { recursive: true, withFileTypes: true });
  return found
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name).slice(folder.length + 1));
}

it('keeps a file under the hash of its content, and gives it back whole', async () => {
  const content = randomBytes(3_000_000);
  const hash = sha256(content);
  expect(await put(Readable.from([content.subarray(0, 7), content.subarray(7)]))).toEqual({
    sha256: hash,
    size: content.length,
  });
  expect(await stored()).toEqual([join(hash.slice(0, 2), hash.slice(2, 4), hash)]);
  expect((await buffer(await store.open(hash))).equals(content)).toBe(true);
});

it('keeps equal content once, also when it comes twice at once', async () => {
  const content = randomBytes(100_000);
  const [first, second] = await Promise.all([0, 1].map(() => put(Readable.from([content]))));
  expect(first).toEqual(second);
  expect(await stored()).toHaveLength(1);
});

it('writes aside and moves into place what is complete: nobody finds half a file', async () => {
  const content = randomBytes(1000);
  const hash = sha256(content);
  const seen: string[][] = [];
  async function* slowly(): AsyncGenerator<Buffer> {
    yield content.subarray(0, 500);
    seen.push(await stored());
    yield content.subarray(500);
  }
  await put(Readable.from(slowly()));
  expect(seen).toEqual([[expect.stringMatching(/^incoming\/[0-9a-f-]{36}$/)]]);
  expect(await stored()).toEqual([join(hash.slice(0, 2), hash.slice(2, 4), hash)]);
});

/** What is synced while `act` runs: folders by their path within, and content. */
async function syncedBy(act: () => Promise<unknown>): Promise<string[]> {
  const steps: string[] = [];
  const probe = await files.open(folder, 'r');
  const handles = Object.getPrototypeOf(probe) as files.FileHandle;
  await probe.close();
  const { sync } = handles;
  const contents = jest.spyOn(handles, 'sync').mockImplementation(async function (this: files.FileHandle) {
    if ((await this.stat()).isFile()) steps.push((await stored()).join());
    await sync.call(this);
  });
  const folders = jest.spyOn(DurableFolders.prototype, 'sync');
  folders.mockImplementation(async function (this: DurableFolders, path) {
    steps.push(relative(folder, path) || '.');
    const handle = await files.open(path, 'r');
    await handle.sync();
    await handle.close();
  });
  try {
    await act();
  } finally {
    contents.mockRestore();
    folders.mockRestore();
  }
  return steps;
}

it('has the content on the disk before its name, and the folders that lead to it too', async () => {
  const content = Buffer.from('a');
  const [first, second] = [sha256(content).slice(0, 2), sha256(content).slice(2, 4)];
  const isIncoming = expect.stringMatching(/^incoming\//);
  const steps = await syncedBy(() => put(Readable.from([content])));
  expect(steps).toEqual(['.', '..', isIncoming, first, '.', join(first, second)]);
  expect(await syncedBy(() => put(Readable.from([content])))).toEqual([
    expect.stringContaining('incoming/'),
    join(first, second),
  ]);
});

it('sees to the folders that another process may just have made', async () => {
  await put(Readable.from([Buffer.from('a')]));
  store = new DiskFileStore(folder);
  expect(await syncedBy(() => put(Readable.from([Buffer.from('a')])))).toContain('..');
});

it('keeps all of a file that the disk takes bit by bit', async () => {
  const content = randomBytes(10_000);
  const probe = await files.open(folder, 'r');
  const handles = Object.getPrototypeOf(probe) as files.FileHandle;
  await probe.close();
  const write = handles.write as (this: files.FileHandle, chunk: Buffer) => Promise<{ bytesWritten: number }>;
  const half = jest.spyOn(handles, 'write').mockImplementation(function (this: files.FileHandle, chunk) {
    return write.call(this, (chunk as unknown as Buffer).subarray(0, 5000)) as never;
  });
  try {
    const { sha256: hash } = await put(Readable.from([content]));
    expect((await buffer(await store.open(hash))).equals(content)).toBe(true);
  } finally {
    half.mockRestore();
  }
});

it('copies where the file system has no hard links', async () => {
  const linkless = jest.spyOn(promises, 'link');
  linkless.mockRejectedValue(Object.assign(new Error('No links'), { code: 'EPERM' }));
  const content = randomBytes(100_000);
  const { sha256: hash } = await put(Readable.from([content]));
  linkless.mockRestore();
  expect(await stored()).toEqual([join(hash.slice(0, 2), hash.slice(2, 4), hash)]);
  expect((await buffer(await store.open(hash))).equals(content)).toBe(true);
});

it('keeps again what was removed meanwhile', async () => {
  const received = await store.receive(Readable.from([Buffer.from('a')]));
  await received.keep();
  await remove(received.sha256);
  await received.keep();
  await received.discard();
  expect((await buffer(await store.open(received.sha256))).toString()).toBe('a');
});

it('refuses an empty file and leaves nothing', async () => {
  await expect(put(Readable.from([]))).rejects.toMatchObject({
    details: { errors: [expect.objectContaining({ code: 'empty_file' })] },
  });
  expect(await stored()).toEqual([]);
});

it('leaves nothing of a transfer that breaks off', async () => {
  async function* breaking(): AsyncGenerator<Buffer> {
    yield randomBytes(1000);
    await Promise.resolve();
    throw new Error('Broken off');
  }
  await expect(put(Readable.from(breaking()))).rejects.toThrow('Broken off');
  expect(await stored()).toEqual([]);
});

it('opens nothing but the names it gave', async () => {
  for (const name of ['../secret', '/etc/passwd', 'a'.repeat(63), `${'a'.repeat(64)}/..`, '']) {
    await expect(store.open(name)).rejects.toThrow('Not the name of a stored file');
    await expect(remove(name)).rejects.toThrow('Not the name of a stored file');
  }
});

it('removes a file, and one that is gone already', async () => {
  const { sha256: hash } = await put(Readable.from([Buffer.from('a')]));
  await remove(hash);
  await remove(hash);
  expect(await stored()).toEqual([]);
});

it('puts back what turns out to be needed once it is out of sight', async () => {
  const { sha256: hash } = await put(Readable.from([Buffer.from('a')]));
  await store.removeUnlessNeeded(hash, async () => {
    expect(await stored()).toEqual([expect.stringContaining(`leaving/${hash}.`)]);
    return true;
  });
  expect(await stored()).toEqual([join(hash.slice(0, 2), hash.slice(2, 4), hash)]);
});

describe('what a killed process left', () => {
  const DAY_MS = 24 * 3600 * 1000;
  const never = () => Promise.resolve(false);

  it('goes when nobody has written to it for long enough', async () => {
    const old = await store.receive(Readable.from([Buffer.from('old')]));
    const [left] = await stored();
    await files.utimes(join(folder, left!), new Date(0), new Date(Date.now() - DAY_MS - 1000));
    const fresh = await store.receive(Readable.from([Buffer.from('fresh')]));
    expect(await store.tidy(new Date(Date.now() - DAY_MS), never)).toBe(1);
    await fresh.keep();
    await fresh.discard();
    await expect(old.keep()).rejects.toThrow('ENOENT');
    expect(await stored()).toEqual([expect.stringContaining(fresh.sha256)]);
  });

  it.each([true, false])('is put back or removed where the removal broke off; needed: %s', async (needed) => {
    const { sha256: hash } = await put(Readable.from([Buffer.from('a')]));
    const killed = store.removeUnlessNeeded(hash, () => Promise.reject(new Error('Killed')));
    await expect(killed).rejects.toThrow('Killed');
    const asked: string[] = [];
    const isNeeded = (each: string) => Promise.resolve(asked.push(each) > 0 && needed);
    expect(await new DiskFileStore(folder).tidy(new Date(), isNeeded)).toBe(1);
    expect(asked).toEqual([hash]);
    expect(await stored()).toEqual(needed ? [join(hash.slice(0, 2), hash.slice(2, 4), hash)] : []);
  });

  it('is nothing where nothing was ever stored', async () => {
    expect(await store.tidy(new Date(), never)).toBe(0);
  });
});
