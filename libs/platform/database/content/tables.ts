import { type EntityMetadata, type QueryRunner } from 'typeorm';

import { type Engine } from '../columns';
import { type Connections } from '../connections';

/** `tokens` is text of the search, which each engine keeps in a spelling of its own. */
export type ColumnKind = 'number' | 'flag' | 'instant' | 'text' | 'tokens';

export interface ContentColumn {
  readonly name: string;
  readonly kind: ColumnKind;
  /** What a statement calls it. */
  readonly address: string;
}

/** A table whose rows are the workspace's, told alike for both engines. */
export interface ContentTable {
  readonly name: string;
  /** By name, so that two versions of an entity class list them in one order. */
  readonly columns: readonly ContentColumn[];
  /** The columns of the primary key, in its order. */
  readonly key: readonly ContentColumn[];
  /** The database gives its rows their ids. */
  readonly isNumbered: boolean;
}

/** They speak of processes that run beside this database, and mean nothing anywhere else. */
const OF_PROCESSES = ['process_lease'];

const KINDS: Readonly<Record<string, ColumnKind>> = {
  int: 'number',
  smallint: 'number',
  boolean: 'flag',
  datetime: 'instant',
  varchar: 'text',
  text: 'text',
};

/** All tables of the workspace, those of the entities and the search's. The record of migrations is made by migrating. */
export function contentTables({ engine, reader }: Connections): ContentTable[] {
  const owned = reader.entityMetadatas.filter(({ tableName }) => !OF_PROCESSES.includes(tableName));
  return [...owned.map(ofEntity), searchTable(engine)].sort((a, b) => (a.name < b.name ? -1 : 1));
}

export async function countRows(runner: QueryRunner, { name }: ContentTable): Promise<number> {
  const [row] = (await runner.query(`SELECT COUNT(*) AS n FROM ${name}`)) as { n: number }[];
  return Number(row?.n);
}

function ofEntity({ tableName, columns, primaryColumns }: EntityMetadata): ContentTable {
  const all = columns.map(({ databaseName, type }) => {
    const kind = KINDS[String(type)];
    if (kind === undefined) throw new Error(`${tableName}.${databaseName}: no kind for ${String(type)}`);
    return { name: databaseName, kind, address: `\`${databaseName}\`` };
  });
  return {
    name: tableName,
    columns: all.sort((a, b) => (a.name < b.name ? -1 : 1)),
    key: primaryColumns.flatMap(({ databaseName }) => all.filter(({ name }) => name === databaseName)),
    isNumbered: primaryColumns.some(({ isGenerated }) => isGenerated),
  };
}

function searchTable(engine: Engine): ContentTable {
  const id = {
    name: 'ticket_id',
    kind: 'number' as const,
    address: engine === 'sqlite' ? 'rowid' : 'ticket_id',
  };
  const words = ['public_text', 'staff_text'].map((name) => ({
    name,
    kind: 'tokens' as const,
    address: name,
  }));
  return { name: 'ticket_search', columns: [words, id].flat(), key: [id], isNumbered: false };
}
