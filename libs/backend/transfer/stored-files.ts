import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type Readable } from 'node:stream';

import { DiskFileStore, type FileStore } from '@desk/platform/storage';

/** Where the files of an installation lie. */
export function fileStoreIn(dataDir: string): FileStore {
  return new DiskFileStore(join(dataDir, 'files'));
}

/** @returns whether it is there and is what its name says. */
export async function isWhole(store: FileStore, sha256: string): Promise<boolean> {
  try {
    const hash = createHash('sha256');
    for await (const chunk of (await store.open(sha256)) as AsyncIterable<Buffer>) hash.update(chunk);
    return hash.digest('hex') === sha256;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

/** @returns false, and nothing is kept, where the content is not what its name says. */
export async function keep(store: FileStore, sha256: string, content: Readable): Promise<boolean> {
  const received = await store.receive(content);
  try {
    if (received.sha256 !== sha256) return false;
    await received.keep();
    return true;
  } finally {
    await received.discard();
  }
}

/** Brings a file to another place, unless it is there. @returns whether it is there and whole. */
export async function copyFile(from: FileStore, to: FileStore, sha256: string): Promise<boolean> {
  if (await isWhole(to, sha256)) return true;
  try {
    return await keep(to, sha256, await from.open(sha256));
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

export function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}
