import { type QueryRunner } from 'typeorm';

import { type Connections } from '../connections';
import { contentTables } from './tables';

const TABLE = 'content_transfer';

/** Something is in the way of filling this database, or of using it; the message, of one line, says what. */
export class NotToBeFilled extends Error {}

/** The note in a database that is being filled: by what, until all is there. */
export class TransferMark {
  constructor(private readonly connections: Connections) {}

  /** What fills it; null when nothing does. */
  read(): Promise<string | null> {
    return this.withRunner(async (runner) => {
      if (!(await runner.hasTable(TABLE))) return null;
      const [row] = (await runner.query(`SELECT source FROM ${TABLE}`)) as { source: string }[];
      return row?.source ?? null;
    });
  }

  async set(source: string): Promise<void> {
    await this.withRunner(async (runner) => {
      await runner.query(`CREATE TABLE IF NOT EXISTS ${TABLE} (source VARCHAR(700) NOT NULL)`);
      await runner.query(`INSERT INTO ${TABLE} (source) VALUES (?)`, [source]);
    });
  }

  async remove(): Promise<void> {
    await this.withRunner((runner) => runner.query(`DROP TABLE IF EXISTS ${TABLE}`));
  }

  /** @throws NotToBeFilled while a move or a restore into it has not come to its end. */
  async assertNone(): Promise<void> {
    const source = await this.read();
    if (source === null) return;
    throw new NotToBeFilled(`The database is half filled by ${source}; run that again to finish it`);
  }

  /** A table that holds rows, of those that are there; null when all are empty. */
  firstFilledTable(): Promise<string | null> {
    return this.withRunner(async (runner) => {
      for (const { name } of contentTables(this.connections)) {
        if (!(await runner.hasTable(name))) continue;
        if (((await runner.query(`SELECT 1 FROM ${name} LIMIT 1`)) as unknown[]).length > 0) return name;
      }
      return null;
    });
  }

  private async withRunner<T>(work: (runner: QueryRunner) => Promise<T>): Promise<T> {
    const runner = this.connections.writer.createQueryRunner();
    try {
      return await work(runner);
    } finally {
      await runner.release();
    }
  }
}
