import { type Engine } from '../columns';
import { type Row } from '../database';
import { toIso } from '../instants';
import { pad, unpad } from '../search/padding';
import { type ColumnKind, type ContentTable } from './tables';

export type PortableValue = string | number | boolean | null;

/** A row as neither engine keeps it: its values in the order of the table's columns. */
export type PortableRow = readonly PortableValue[];

/** A value that its column cannot hold. */
export class ForeignValue extends Error {
  constructor(table: string, column: string) {
    super(`${table}.${column} cannot hold a value that was brought for it`);
  }
}

/** @param row keyed by the names of its columns. */
export function toPortable(engine: Engine, { columns }: ContentTable, row: Row): PortableRow {
  return columns.map(({ name, kind }) => portable(engine, kind, row[name] ?? null));
}

/** Parameters of an INSERT. @throws ForeignValue */
export function fromPortable(
  engine: Engine,
  { name: table, columns }: ContentTable,
  row: PortableRow,
): (string | number | null)[] {
  return columns.map(({ name, kind }, index) => {
    const value = row[index];
    if (value === null) return null;
    if (typeof value !== TYPES[kind]) throw new ForeignValue(table, name);
    return native(engine, kind, value as string | number | boolean);
  });
}

const TYPES: Readonly<Record<ColumnKind, string>> = {
  number: 'number',
  flag: 'boolean',
  instant: 'string',
  text: 'string',
  tokens: 'string',
};

function portable(engine: Engine, kind: ColumnKind, value: string | number | null): PortableValue {
  if (value === null) return null;
  if (kind === 'flag') return Number(value) === 1;
  if (kind === 'instant') return toIso(String(value));
  if (kind === 'tokens' && engine === 'mysql') return unpad(String(value));
  return value;
}

function native(engine: Engine, kind: ColumnKind, value: string | number | boolean): string | number {
  if (typeof value === 'boolean') return Number(value);
  if (typeof value === 'number') return value;
  if (kind === 'instant') return `${value.slice(0, 10)} ${value.slice(11, 23)}`;
  return kind === 'tokens' && engine === 'mysql' ? pad(value) : value;
}
