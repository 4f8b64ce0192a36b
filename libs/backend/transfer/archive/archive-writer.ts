import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { pack, type Pack } from 'tar-stream';

import { type ArchivedEntry } from './manifest';

const PART = '.part';
const ABANDONED_MS = 60 * 60_000;

/** An archive that is being written. */
export class ArchiveWriter {
  readonly entries: ArchivedEntry[] = [];

  private constructor(
    private readonly tar: Pack,
    /** Settles when all is in the file, or as soon as that cannot be. */
    private readonly written: Promise<void>,
    private readonly now: Date,
  ) {}

  /**
   * Under its name an archive is whole, and only its owner reads it: it holds hashes of passwords. Of two that are written
   * at once the one that is ready last has the name.
   */
  static async write(
    path: string,
    now: Date,
    fill: (archive: ArchiveWriter) => Promise<void>,
  ): Promise<void> {
    const file = resolve(path);
    await sweepParts(file, now);
    const part = `${file}.${randomUUID()}${PART}`;
    const tar = pack();
    const written = pipeline(tar, createWriteStream(part, { mode: 0o600, flush: true, flags: 'wx' }));
    try {
      await Promise.race([fill(new ArchiveWriter(tar, written, now)), written]);
      tar.finalize();
      await written;
      await rename(part, file);
      await syncFolder(dirname(file));
    } catch (error) {
      tar.destroy();
      await written.catch(() => undefined);
      await rm(part, { force: true });
      throw error;
    }
  }

  addWhole(name: string, content: Buffer): Promise<ArchivedEntry> {
    return this.add(name, content.length, Readable.from([content]));
  }

  async add(name: string, size: number, content: Readable): Promise<ArchivedEntry> {
    const hash = createHash('sha256');
    const hashed = async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        hash.update(chunk);
        yield chunk;
      }
    };
    await new Promise<void>((settle, fail) => {
      const header = { name, size, mtime: this.now, mode: 0o600 };
      const entry = this.tar.entry(header, (error) => {
        if (error) fail(error);
        else settle();
      });
      pipeline(content, hashed, entry).catch(fail);
      this.written.catch(fail);
    });
    const added = { name, size, sha256: hash.digest('hex') };
    this.entries.push(added);
    return added;
  }
}

/** What was left of backups that were killed. One that is being written is younger. */
async function sweepParts(file: string, now: Date): Promise<void> {
  const folder = dirname(file);
  const names = await readdir(folder);
  for (const name of names.filter((each) => each.startsWith(`${basename(file)}.`) && each.endsWith(PART))) {
    const part = join(folder, name);
    const { mtimeMs } = await stat(part).catch(() => ({ mtimeMs: Infinity }));
    if (mtimeMs < now.getTime() - ABANDONED_MS) await rm(part, { force: true });
  }
}

/** So that the name survives a power loss too. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
