import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, type FileHandle, link, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Readable } from 'node:stream';

import { invalidField } from '@desk/platform/errors';

import { FileStore, type IsNeeded, type ReceivedFile, type StoredFile } from '../file-store';
import { DurableFolders } from './durable-folders';

/** How file systems say that they have no hard links, as some network shares do. */
const LINKLESS = ['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP'];

/** Files below one folder, two levels deep by the first letters of their hash. */
export class DiskFileStore extends FileStore {
  private readonly folders: DurableFolders;
  private readonly incoming: string;
  /** Files that are being removed, as `<hash>.<uuid>`. */
  private readonly leaving: string;

  constructor(folder: string) {
    super();
    this.folders = new DurableFolders(folder);
    this.incoming = join(folder, 'incoming');
    this.leaving = join(folder, 'leaving');
  }

  async receive(content: Readable): Promise<ReceivedFile> {
    await this.folders.make(this.incoming);
    const temporary = join(this.incoming, randomUUID());
    const discard = () => rm(temporary, { force: true });
    const handle = await open(temporary, 'wx');
    try {
      const stored = await write(handle, content);
      if (stored.size === 0) throw invalidField('file', 'empty_file', 'The file is empty');
      await handle.sync();
      await handle.close();
      const keep = () => this.place(temporary, stored.sha256);
      return { ...stored, open: () => read(temporary), keep, discard };
    } catch (error) {
      await handle.close().catch(() => undefined);
      await discard();
      throw error;
    }
  }

  async open(sha256: string): Promise<Readable> {
    return read(this.pathOf(sha256));
  }

  async removeUnlessNeeded(sha256: string, isNeeded: IsNeeded): Promise<void> {
    const path = this.pathOf(sha256);
    await this.folders.make(this.leaving);
    const name = `${sha256}.${randomUUID()}`;
    if (await isThere(() => rename(path, join(this.leaving, name)))) await this.decide(name, isNeeded);
  }

  async tidy(before: Date, isNeeded: IsNeeded): Promise<number> {
    let tidied = 0;
    for (const name of await namesIn(this.incoming)) {
      const path = join(this.incoming, name);
      const { mtime } = await stat(path).catch(() => ({ mtime: before }));
      if (mtime >= before) continue;
      await rm(path, { force: true });
      tidied++;
    }
    for (const name of await namesIn(this.leaving)) {
      await this.decide(name, isNeeded);
      tidied++;
    }
    return tidied;
  }

  /** Several may decide about the same one: the second finds it gone. */
  private async decide(name: string, isNeeded: IsNeeded): Promise<void> {
    const path = join(this.leaving, name);
    const [sha256 = ''] = name.split('.');
    if (await isNeeded(sha256)) await isThere(() => this.place(path, sha256));
    await rm(path, { force: true });
  }

  /** Whole or not at all; syncing the folder makes it survive a power loss. */
  private async place(from: string, sha256: string): Promise<void> {
    const path = this.pathOf(sha256);
    await this.folders.make(dirname(path));
    await linkOrCopy(from, path);
    await this.folders.sync(dirname(path));
  }

  private pathOf(sha256: string): string {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('Not the name of a stored file');
    return join(this.folders.root, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  }
}

async function read(path: string): Promise<Readable> {
  return createReadStream('', { fd: await open(path, 'r'), autoClose: true });
}

/** @returns false when what `act` is about is not there, or not there any more. */
async function isThere(act: () => Promise<unknown>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

/** What is there already is the same: its name says so. */
async function linkOrCopy(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return;
    if (!LINKLESS.includes(code)) throw error;
    const copy = `${from}.copy`;
    await copyFile(from, copy);
    await syncFile(copy);
    await rename(copy, to);
  }
}

async function syncFile(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function namesIn(folder: string): Promise<string[]> {
  let names: string[] = [];
  await isThere(async () => (names = await readdir(folder)));
  return names;
}

async function write(handle: FileHandle, content: Readable): Promise<StoredFile> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of content as AsyncIterable<Buffer>) {
    hash.update(chunk);
    size += chunk.length;
    // Not `write`, which may take only the beginning of it.
    await handle.writeFile(chunk);
  }
  return { sha256: hash.digest('hex'), size };
}
