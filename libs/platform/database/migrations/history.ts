import { type QueryRunner } from 'typeorm';

import { columnsFor } from '../columns';
import { engineOf } from '../engine-of';
import { toColumn } from '../instants';
import { createTable } from './steps';

const TABLE = 'schema_history';

/** What has run in a database, in the order in which it began. */
export interface Applied {
  name: string;
  /** Fingerprints of the steps that are done. */
  steps: readonly string[];
  /** When the last step was done; null while some are not. */
  finished_at: string | null;
}

/** The table that says which migrations have run, and which of their steps. No entity owns it. */
export class History {
  constructor(private readonly runner: QueryRunner) {}

  exists(): Promise<boolean> {
    return this.runner.hasTable(TABLE);
  }

  async create(): Promise<void> {
    const column = columnsFor(engineOf(this.runner));
    const plan = {
      name: TABLE,
      columns: [
        column.id(),
        column.text('name', 100),
        column.long('steps'),
        column.instant('started_at'),
        column.instant('finished_at?'),
      ],
      uniques: { ux_schema_history_name: ['name'] },
    };
    await createTable(plan).up(this.runner);
  }

  async applied(): Promise<Applied[]> {
    const sql = `SELECT name, steps, finished_at FROM ${TABLE} ORDER BY id`;
    const rows = (await this.runner.query(sql)) as {
      name: string;
      steps: string;
      finished_at: string | null;
    }[];
    return rows.map((row) => ({ ...row, steps: row.steps.split(' ').filter((step) => step !== '') }));
  }

  async begin(name: string, now: Date): Promise<void> {
    const sql = `INSERT INTO ${TABLE} (name, steps, started_at) VALUES (?, ?, ?)`;
    await this.runner.query(sql, [name, '', toColumn(now)]);
  }

  async record(name: string, steps: readonly string[], finishedAt: Date | null): Promise<void> {
    const sql = `UPDATE ${TABLE} SET steps = ?, finished_at = ? WHERE name = ?`;
    await this.runner.query(sql, [steps.join(' '), finishedAt && toColumn(finishedAt), name]);
  }

  async forget(name: string): Promise<void> {
    await this.runner.query(`DELETE FROM ${TABLE} WHERE name = ?`, [name]);
  }

  /** Names of a few tables that are there, whoever made them. */
  async someTables(): Promise<string[]> {
    const sql = {
      sqlite: `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name LIMIT 3`,
      mysql: `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() ORDER BY table_name LIMIT 3`,
    };
    const rows = (await this.runner.query(sql[engineOf(this.runner)])) as { name: string }[];
    return rows.map(({ name }) => name);
  }
}
