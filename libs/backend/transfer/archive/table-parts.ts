import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';

import { type PortableRow } from '@desk/platform/database';

/** Text of so many characters makes about a megabyte when it is packed. */
const PART_CHARACTERS = 4_000_000;

/** Gathers rows into packed parts of one size, so that neither side ever holds a table in memory. */
export class TableParts {
  private lines: string[] = [];
  private characters = 0;

  constructor(private readonly put: (part: Buffer) => Promise<void>) {}

  async add(row: PortableRow): Promise<void> {
    const line = JSON.stringify(row);
    this.lines.push(line);
    this.characters += line.length;
    if (this.characters >= PART_CHARACTERS) await this.end();
  }

  async end(): Promise<void> {
    if (this.lines.length === 0) return;
    const text = `${this.lines.join('\n')}\n`;
    this.lines = [];
    this.characters = 0;
    await this.put(await promisify(gzip)(text));
  }
}

export async function rowsOfPart(part: Buffer): Promise<PortableRow[]> {
  const text = (await promisify(gunzip)(part)).toString();
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as PortableRow);
}
