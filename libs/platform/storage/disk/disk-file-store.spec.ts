import { createHash, randomBytes } from 'node:crypto';
import * as files from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';

import { type StoredFile } from '../file-store';

import { DiskFileStore } from './disk-file-store';

let folder: string;
let store: DiskFileStore;

beforeEach(async () => {
  folder = await files.mkdtemp(join(tmpdir(), 'desk-files-'));
  store = new DiskFileStore(folder);
});

afterEach(() => files.rm(folder, { recursive: true }));

async function put(content: Readable): Promise<StoredFile> {
  const { keep, ...stored } = await store.receive(content);
  await keep();
  return stored;
}

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

it('has the content on the disk before its name', async () => {
  const steps: string[] = [];
  const probe = await files.open(folder, 'r');
  const handles = Object.getPrototypeOf(probe) as files.FileHandle;
  await probe.close();
  const { sync } = handles;
  const synced = jest.spyOn(handles, 'sync').mockImplementation(async function (this: files.FileHandle) {
    steps.push((await this.stat()).isDirectory() ? 'folder' : (await stored()).join());
    await sync.call(this);
  });
  try {
    await put(Readable.from([Buffer.from('a')]));
  } finally {
    synced.mockRestore();
  }
  expect(steps).toEqual([expect.stringMatching(/^incoming\//), 'folder']);
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
    await expect(store.delete(name)).rejects.toThrow('Not the name of a stored file');
  }
});

it('removes a file, and one that is gone already', async () => {
  const { sha256: hash } = await put(Readable.from([Buffer.from('a')]));
  await store.delete(hash);
  await store.delete(hash);
  expect(await stored()).toEqual([]);
});
