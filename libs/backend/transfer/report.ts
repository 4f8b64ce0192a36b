import { type TableContent } from '@desk/platform/database';

export interface TableReport {
  readonly table: string;
  readonly source: TableContent;
  readonly target: TableContent;
}

export interface TransferReport {
  readonly tables: readonly TableReport[];
  /** Stored files whose content was checked. */
  readonly files: number;
  /** Hashes of those that are missing or hold something else. */
  readonly lostFiles: readonly string[];
}

export function isEqual({ source, target }: TableReport): boolean {
  return source.rows === target.rows && source.hash === target.hash;
}

export function isComplete({ tables, lostFiles }: TransferReport): boolean {
  return tables.every(isEqual) && lostFiles.length === 0;
}
