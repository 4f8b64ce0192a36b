import { type QueryRunner, Table, TableColumn, TableIndex } from 'typeorm';

import { type ColumnPlan, type Engine } from '../columns';

/**
 * One step of a migration. A killed process leaves it done or not, and nobody knows which, so both ways look first at
 * what is there: a step can be done again.
 */
export interface Step {
  /** What it does, as data. Its fingerprint is made of this. */
  readonly plan: unknown;
  /** It changes rows and nothing else, so it is committed with its record: whether it is done is known. */
  readonly isRowsOnly?: true;
  up(runner: QueryRunner): Promise<void>;
  down(runner: QueryRunner): Promise<void>;
  /** What `down` would throw away, in words; null when that is nothing. */
  loss(runner: QueryRunner): Promise<string | null>;
}

export interface TablePlan {
  name: string;
  columns: ColumnPlan[];
  /** Index name -> columns. */
  indexes?: Record<string, string[]>;
  uniques?: Record<string, string[]>;
  /** Foreign key name -> what it points at. Only within one domain; rows of others are plain ids. */
  foreignKeys?: Record<string, { column: string; table: string; onDelete?: 'CASCADE' | 'NO ACTION' }>;
}

export function createTable(plan: TablePlan): Step {
  return {
    plan: { createTable: plan },
    up: (runner) => runner.createTable(toTable(plan), true),
    down: (runner) => runner.dropTable(plan.name, true),
    loss: async (runner) => inWords(plan.name, await rowsOf(runner, plan.name), 'row'),
  };
}

/**
 * Adds a column to a table that may hold rows.
 * @param fill what those rows get; it may be left out where the column may be empty.
 */
export function addColumn(table: string, column: ColumnPlan, fill: string | number | null = null): Step {
  if (fill === null && column.isNullable !== true) {
    throw new Error(`${table}.${column.name} needs a value for the rows that are there`);
  }
  return {
    plan: { addColumn: column, to: table, fill },
    up: async (runner) => {
      // As the column's default the value reaches every row in the statement that adds it, and no table keeps a default.
      const filled = { ...column, default: fill === null ? undefined : `(${literal(fill)})` };
      if (!(await runner.hasColumn(table, column.name))) {
        await runner.addColumn(table, new TableColumn(filled));
      }
      if (fill !== null) await dropDefault(runner, table, column);
    },
    down: async (runner) => {
      if (await runner.hasColumn(table, column.name)) await runner.dropColumn(table, column.name);
    },
    loss: async (runner) => {
      if (!(await runner.hasColumn(table, column.name))) return null;
      const differs = fill === null ? 'IS NOT NULL' : `<> ${literal(fill)}`;
      const rows = await rowsOf(runner, `${table} WHERE ${column.name} ${differs}`);
      return inWords(`${table}.${column.name}`, rows, 'value');
    },
  };
}

export function addIndex(table: string, name: string, columns: string[], isUnique = false): Step {
  const isThere = async (runner: QueryRunner) => {
    const found = await runner.getTable(table);
    return found?.indices.some((index) => index.name === name) ?? false;
  };
  return {
    plan: { addIndex: name, to: table, columns, isUnique },
    up: async (runner) => {
      if (await isThere(runner)) return;
      await runner.createIndex(table, new TableIndex({ name, columnNames: columns, isUnique }));
    },
    down: async (runner) => {
      if (await isThere(runner)) await runner.dropIndex(table, name);
    },
    loss: () => Promise.resolve(null),
  };
}

/** Text of SQL: one for both engines, or one for each. */
export type Sql = string | Record<Engine, string>;

/**
 * Changes the schema in a way that no other step knows, by statements that say `IF EXISTS` or `IF NOT EXISTS`.
 * @param drops the table that `down` drops.
 */
export function statement(up: Sql, down: Sql, drops: string): Step {
  return {
    plan: { statement: up, down },
    up: (runner) => run(runner, up),
    down: (runner) => run(runner, down),
    loss: async (runner) => inWords(drops, await rowsOf(runner, drops), 'row'),
  };
}

/** Changes rows, exactly once. @param down null where the rows may stay as they are. */
export function changeRows(up: Sql, down: Sql | null): Step {
  return {
    plan: { changeRows: up, down },
    isRowsOnly: true,
    up: (runner) => run(runner, up),
    down: async (runner) => {
      if (down !== null) await run(runner, down);
    },
    loss: () => Promise.resolve(null),
  };
}

export function engineOf(runner: QueryRunner): Engine {
  return runner.dataSource.options.type === 'better-sqlite3' ? 'sqlite' : 'mysql';
}

async function run(runner: QueryRunner, sql: Sql): Promise<void> {
  await runner.query(typeof sql === 'string' ? sql : sql[engineOf(runner)]);
}

async function dropDefault(runner: QueryRunner, table: string, column: ColumnPlan): Promise<void> {
  if (engineOf(runner) === 'mysql') {
    await runner.query(`ALTER TABLE ${table} ALTER COLUMN ${column.name} DROP DEFAULT`);
  } else await runner.changeColumn(table, column.name, new TableColumn(column));
}

function literal(value: string | number): string {
  return typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`;
}

async function rowsOf(runner: QueryRunner, from: string): Promise<number> {
  if (!(await runner.hasTable(from.split(' ')[0] ?? from))) return 0;
  const [row] = (await runner.query(`SELECT COUNT(*) AS n FROM ${from}`)) as { n: number | string }[];
  return Number(row?.n);
}

function inWords(what: string, count: number, one: string): string | null {
  if (count === 0) return null;
  return `${what} (${count.toLocaleString('en')} ${one}${count === 1 ? '' : 's'})`;
}

function toTable({ name, columns, indexes = {}, uniques = {}, foreignKeys = {} }: TablePlan): Table {
  const indicesOf = (all: Record<string, string[]>, isUnique: boolean) =>
    Object.entries(all).map(([index, columnNames]) => ({ name: index, columnNames, isUnique }));
  return new Table({
    name,
    columns,
    indices: [...indicesOf(indexes, false), ...indicesOf(uniques, true)],
    foreignKeys: Object.entries(foreignKeys).map(([key, { column, table, onDelete = 'NO ACTION' }]) => ({
      name: key,
      columnNames: [column],
      referencedTableName: table,
      referencedColumnNames: ['id'],
      onDelete,
      onUpdate: 'NO ACTION',
    })),
  });
}
