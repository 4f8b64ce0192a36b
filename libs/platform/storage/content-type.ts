import { extname } from 'node:path';
import type { Readable } from 'node:stream';

const HEAD_BYTES = 4100;

/** Plain formats that have no magic number; everything else without one is bytes. */
const BY_EXTENSION: Record<string, string> = {
  '.txt': 'text/plain',
  '.log': 'text/plain',
  '.md': 'text/plain',
  '.csv': 'text/csv',
  '.json': 'application/json',
};

/** The type by content, never by what the client claims. */
export async function contentTypeOf(open: () => Promise<Readable>, filename: string): Promise<string> {
  const head = await readHead(await open());
  // Published as an ES module only, which CommonJS loads when it is first needed.
  const { fileTypeFromBuffer } = await import('file-type');
  const found = await fileTypeFromBuffer(head);
  if (found !== undefined) return found.mime.slice(0, 100);
  const byName = BY_EXTENSION[extname(filename).toLowerCase()];
  return byName !== undefined && !head.includes(0) ? byName : 'application/octet-stream';
}

async function readHead(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= HEAD_BYTES) break;
  }
  return Buffer.concat(chunks).subarray(0, HEAD_BYTES);
}
