import { createHash } from 'node:crypto';
import { type Readable } from 'node:stream';

import { type ArchivedEntry, hashOf, type Manifest, manifestName, OPENING } from './manifest';
import { foreign, readArchive, UnusableArchive } from './read-archive';

/** @returns what the archive holds, all of it proven. @throws UnusableArchive that names the damaged entry. */
export async function verifyArchive(file: string): Promise<Manifest> {
  const found = new Map<string, string>();
  let last = '';
  let manifest: Manifest | null = null;
  await readArchive(file, async ({ name, kind, content }) => {
    if (manifest !== null) throw damaged(name, 'stands behind the manifest');
    last = name;
    if (kind === 'manifest') {
      manifest = readManifest(name, await whole(content));
      return;
    }
    const sha256 = await hashOfStream(content);
    if (kind === 'opening' && sha256 !== hashOf(Buffer.from(OPENING.text))) throw foreign();
    found.set(name, sha256);
  });
  if (last === '') throw foreign();
  if (manifest === null) throw damaged(last, 'is the last entry: the manifest is cut off');
  compare((manifest as Manifest).entries, found);
  return manifest;
}

function readManifest(name: string, content: Buffer): Manifest {
  if (manifestName(content) !== name) throw damaged(name, 'is not what was written');
  const manifest = JSON.parse(content.toString()) as Manifest;
  // It becomes part of a statement that takes no parameters.
  const isNumber = (next: unknown) => next === null || (Number.isSafeInteger(next) && Number(next) > 0);
  if (!manifest.tables.every(({ next }) => isNumber(next))) throw damaged(name, 'names ids that are none');
  return manifest;
}

function compare(entries: readonly ArchivedEntry[], found: ReadonlyMap<string, string>): void {
  for (const { name, sha256 } of entries) {
    const hash = found.get(name);
    if (hash === undefined) throw damaged(name, 'is missing');
    if (hash !== sha256) throw damaged(name, 'is not what was written');
  }
  const names = new Set(entries.map(({ name }) => name));
  for (const name of found.keys()) if (!names.has(name)) throw damaged(name, 'is not in the manifest');
}

function damaged(name: string, how: string): UnusableArchive {
  return new UnusableArchive(`The archive is damaged: ${name} ${how}`);
}

export async function whole(content: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of content as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function hashOfStream(content: Readable): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of content as AsyncIterable<Buffer>) hash.update(chunk);
  return hash.digest('hex');
}
