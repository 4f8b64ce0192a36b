import { createHash } from 'node:crypto';

import { type TableContent } from '@desk/platform/database';

/** The first entry of every archive, so that a foreign one is known by its first kilobyte. */
export const OPENING = { name: 'jeyaramadesk-backup', text: 'A backup of JeyaRamaDesk, format 1\n' } as const;

export interface ArchivedTable extends TableContent {
  name: string;
  columns: string[];
  /** The id that its next row gets, where the database gives them. */
  next: number | null;
}

export interface ArchivedEntry {
  name: string;
  size: number;
  sha256: string;
}

/** The last entry: what the archive holds. */
export interface Manifest {
  made_at: string;
  /** Names of the migrations that have run. */
  schema: string[];
  tables: ArchivedTable[];
  entries: ArchivedEntry[];
}

export const partName = (table: string, part: number): string =>
  `tables/${table}/${String(part).padStart(6, '0')}.ndjson.gz`;
export const fileName = (sha256: string): string => `files/${sha256}`;
/** Its own hash is in its name: nothing else vouches for it. */
export const manifestName = (content: Buffer): string => `manifest-${hashOf(content)}.json`;

const TABLE_PART = /^tables\/([a-z0-9_]+)\/\d{6}\.ndjson\.gz$/;
const FILE = /^files\/([0-9a-f]{64})$/;
const MANIFEST = /^manifest-[0-9a-f]{64}\.json$/;

export type EntryKind = 'opening' | 'manifest' | { readonly table: string } | { readonly sha256: string };

/** What an entry is by its name; null for one that no backup has, wherever it would lead. */
export function kindOf(name: string): EntryKind | null {
  if (name === OPENING.name) return 'opening';
  if (MANIFEST.test(name)) return 'manifest';
  const table = TABLE_PART.exec(name)?.[1];
  if (table !== undefined) return { table };
  const sha256 = FILE.exec(name)?.[1];
  return sha256 === undefined ? null : { sha256 };
}

export function hashOf(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
