import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Readable } from 'node:stream';

import { invalidField } from '@desk/platform/errors';

import { FileStore, type ReceivedFile, type StoredFile } from '../file-store';

/** Files below one folder, two levels deep by the first letters of their hash. */
export class DiskFileStore extends FileStore {
  constructor(private readonly folder: string) {
    super();
  }

  async receive(content: Readable): Promise<ReceivedFile> {
    const incoming = join(this.folder, 'incoming');
    await mkdir(incoming, { recursive: true });
    const temporary = join(incoming, randomUUID());
    const handle = await open(temporary, 'wx');
    try {
      const stored = await write(handle, content);
      if (stored.size === 0) throw invalidField('file', 'empty_file', 'The file is empty');
      await handle.sync();
      await handle.close();
      return { ...stored, keep: () => this.moveIn(temporary, stored.sha256) };
    } catch (error) {
      await handle.close().catch(() => undefined);
      await rm(temporary, { force: true });
      throw error;
    }
  }

  async open(sha256: string): Promise<Readable> {
    const handle = await open(this.pathOf(sha256), 'r');
    return createReadStream('', { fd: handle, autoClose: true });
  }

  async delete(sha256: string): Promise<void> {
    await rm(this.pathOf(sha256), { force: true });
  }

  /** The rename is atomic; syncing the folder makes it survive a power loss. */
  private async moveIn(temporary: string, sha256: string): Promise<void> {
    const path = this.pathOf(sha256);
    await mkdir(dirname(path), { recursive: true });
    await rename(temporary, path);
    const folder = await open(dirname(path), 'r');
    await folder.sync();
    await folder.close();
  }

  private pathOf(sha256: string): string {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('Not the name of a stored file');
    return join(this.folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  }
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
