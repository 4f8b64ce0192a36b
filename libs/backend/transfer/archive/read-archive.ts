import { createReadStream } from 'node:fs';
import { type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { extract, type Headers } from 'tar-stream';

import { type EntryKind, kindOf, OPENING } from './manifest';

/** It is not an archive that this desk has written, or not any more. The message, of one line, names the entry. */
export class UnusableArchive extends Error {}

export interface Entry {
  readonly name: string;
  readonly kind: EntryKind;
  readonly content: Readable;
}

/**
 * Hands over each entry in turn, whatever it holds.
 * @param visit reads the content to its end.
 * @throws UnusableArchive
 */
export async function readArchive(file: string, visit: (entry: Entry) => Promise<void>): Promise<void> {
  const tar = extract();
  const seen = new Set<string>();
  let open: string | null = null;
  let last: string | undefined;
  let failure: Error | null = null;
  const take = async (header: Headers, content: Readable) => {
    const kind = judge(header, seen);
    open = header.name;
    await visit({ name: header.name, kind, content });
    seen.add(header.name);
    last = header.name;
    open = null;
  };
  tar.on('entry', (header, content, next) => {
    take(header, content).then(
      () => next(),
      (error: unknown) => {
        const reason = error instanceof Error ? error : new Error(String(error));
        if (!isCutOff(reason)) failure = reason;
        tar.destroy(reason);
      },
    );
  });
  try {
    await pipeline(createReadStream(file), tar);
  } catch (error) {
    throw failure ?? inWords(error, file, open, last);
  }
}

/** @throws UnusableArchive for what no backup has: another name, a link, a second of the same name. */
function judge({ name, type }: Headers, seen: ReadonlySet<string>): EntryKind {
  const kind = kindOf(name);
  if (seen.size === 0 && kind !== 'opening') throw foreign();
  if (kind === null || type !== 'file' || seen.has(name)) {
    throw new UnusableArchive(`The archive holds ${JSON.stringify(name)}, which no backup does`);
  }
  return kind;
}

export function foreign(): UnusableArchive {
  return new UnusableArchive(`The file is no backup of JeyaRamaDesk: it does not begin with ${OPENING.name}`);
}

/** Whoever read an entry learns that no more of it comes; why, the archive itself says. */
function isCutOff(error: Error): boolean {
  return (error as NodeJS.ErrnoException).code === 'ERR_STREAM_PREMATURE_CLOSE';
}

/** What was wrong with the archive, when nothing was with what was done with it. */
function inWords(
  error: unknown,
  file: string,
  open: string | null,
  last: string | undefined,
): UnusableArchive {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'EISDIR' || code === 'EACCES') {
    return new UnusableArchive(`${file} cannot be read (${code})`);
  }
  if (open !== null) return new UnusableArchive(`The archive is damaged: ${open} is cut short`);
  if (last === undefined) return foreign();
  return new UnusableArchive(`The archive is damaged: what follows ${last} is no entry`);
}
