import { createHash } from 'node:crypto';

import { type PortableRow } from './row-codec';

const MODULUS = 1n << 256n;

/** What a table holds, in two words: equal on both engines when all of its rows are. */
export interface TableContent {
  rows: number;
  /** 64 hexadecimal digits. */
  hash: string;
}

/** The sum of its rows' hashes, so the order in which they are read does not matter. */
export class ContentHash {
  private rows = 0;
  private sum = 0n;

  add(row: PortableRow): void {
    const digest = createHash('sha256').update(JSON.stringify(row)).digest('hex');
    this.sum = (this.sum + BigInt(`0x${digest}`)) % MODULUS;
    this.rows++;
  }

  content(): TableContent {
    return { rows: this.rows, hash: this.sum.toString(16).padStart(64, '0') };
  }
}
