import { type QueryRunner, Table, TableIndex } from 'typeorm';

import { type ColumnPlan, type Engine } from '../columns';
import { engineOf } from '../engine-of';
import { type Rows, rowsLost } from './losses';

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
    loss: (runner) => rowsLost(runner, { table: plan.name }),
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
    loss: (runner) => rowsLost(runner, { table: drops }),
  };
}

/**
 * Changes rows, exactly once.
 * @param down null where the rows may stay as they are.
 * @param loses what somebody may have written into rows that `down` deletes or overwrites; null where it is nothing, or
 * another step of the migration loses the same.
 */
export function changeRows(up: Sql, down: null): Step;
export function changeRows(up: Sql, down: Sql, loses: Rows | null): Step;
export function changeRows(up: Sql, down: Sql | null, loses: Rows | null = null): Step {
  return {
    plan: { changeRows: up, down },
    isRowsOnly: true,
    up: (runner) => run(runner, up),
    down: async (runner) => {
      if (down !== null) await run(runner, down);
    },
    loss: async (runner) => (loses === null ? null : rowsLost(runner, loses)),
  };
}

async function run(runner: QueryRunner, sql: Sql): Promise<void> {
  await runner.query(typeof sql === 'string' ? sql : sql[engineOf(runner)]);
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
