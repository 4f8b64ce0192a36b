import {
  type MigrationInterface,
  type QueryRunner,
  Table,
  type TableColumn,
  TableForeignKey,
  TableIndex,
} from 'typeorm';

import { columnsFor, type Engine } from './columns';

export interface TablePlan {
  name: string;
  columns: TableColumn[];
  /** Index name -> columns. */
  indexes?: Record<string, string[]>;
  uniques?: Record<string, string[]>;
  /** Foreign key name -> what it points at. Only within one domain; rows of others are plain ids. */
  foreignKeys?: Record<string, { column: string; table: string; onDelete?: 'CASCADE' | 'NO ACTION' }>;
}

/** A migration that creates tables on both engines and drops them again in the opposite order. */
export abstract class CreateTables implements MigrationInterface {
  abstract readonly name: string;

  protected abstract tables(column: ReturnType<typeof columnsFor>): TablePlan[];

  async up(runner: QueryRunner): Promise<void> {
    for (const plan of this.tables(columnsFor(engineOf(runner)))) {
      // A killed migration can be run again: what stands already is left standing.
      await runner.createTable(toTable(plan), true);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const plan of this.tables(columnsFor(engineOf(runner))).reverse())
      await runner.dropTable(plan.name, true);
  }
}

export function engineOf(runner: QueryRunner): Engine {
  return runner.dataSource.options.type === 'better-sqlite3' ? 'sqlite' : 'mysql';
}

function toTable(plan: TablePlan): Table {
  return new Table({
    name: plan.name,
    columns: plan.columns,
    indices: [
      ...Object.entries(plan.indexes ?? {}).map(
        ([name, columnNames]) => new TableIndex({ name, columnNames }),
      ),
      ...Object.entries(plan.uniques ?? {}).map(
        ([name, columnNames]) => new TableIndex({ name, columnNames, isUnique: true }),
      ),
    ],
    foreignKeys: Object.entries(plan.foreignKeys ?? {}).map(
      ([name, key]) =>
        new TableForeignKey({
          name,
          columnNames: [key.column],
          referencedTableName: key.table,
          referencedColumnNames: ['id'],
          onDelete: key.onDelete ?? 'NO ACTION',
          onUpdate: 'NO ACTION',
        }),
    ),
  });
}
