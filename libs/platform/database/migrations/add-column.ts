import { type QueryRunner, TableColumn } from 'typeorm';

import { type ColumnPlan, type Engine } from '../columns';
import { keepingNumber } from '../content/numbering';
import { engineOf } from '../engine-of';
import { valuesLost } from './losses';
import { type Step } from './steps';

/**
 * Adds a column to a table that may hold rows.
 * @param fill what those rows get; it may be left out where the column may be empty.
 */
export function addColumn(table: string, column: ColumnPlan, fill: string | number | null = null): Step {
  const { name } = column;
  if (fill === null && column.isNullable !== true) {
    throw new Error(`${table}.${name} needs a value for the rows that are there`);
  }
  return {
    plan: { addColumn: column, to: table, fill },
    up: (runner) =>
      keepingNumber(runner, table, async () => {
        // As the column's default the value reaches every row in the statement that adds it, and no table keeps a default.
        const byDefault = fill === null ? undefined : `(${literal(engineOf(runner), fill)})`;
        if (!(await runner.hasColumn(table, name))) {
          await runner.addColumn(table, new TableColumn({ ...column, default: byDefault }));
        }
        if (fill !== null) await dropDefault(runner, table, column);
      }),
    down: (runner) =>
      keepingNumber(runner, table, async () => {
        if (await runner.hasColumn(table, name)) await runner.dropColumn(table, name);
      }),
    loss: async (runner) => {
      if (!(await runner.hasColumn(table, name))) return null;
      const value = runner.dataSource.driver.escape(name);
      const isEmpty = `${value} IS NULL`;
      // A row that was emptied since says something too.
      const differs =
        fill === null ? `NOT ${isEmpty}` : `${value} <> ${literal(engineOf(runner), fill)} OR ${isEmpty}`;
      return valuesLost(runner, name, { table, where: differs });
    },
  };
}

async function dropDefault(runner: QueryRunner, table: string, column: ColumnPlan): Promise<void> {
  if (engineOf(runner) === 'sqlite') {
    await runner.changeColumn(table, column.name, new TableColumn(column));
    return;
  }
  const { driver } = runner.dataSource;
  await runner.query(
    `ALTER TABLE ${driver.escape(table)} ALTER COLUMN ${driver.escape(column.name)} DROP DEFAULT`,
  );
}

function literal(engine: Engine, value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = value.replaceAll("'", "''");
  // Only there it begins an escape.
  return `'${engine === 'mysql' ? text.replaceAll('\\', '\\\\') : text}'`;
}
