import { createPool, type Pool, type RowDataPacket } from 'mysql2/promise';

import { eventually } from './eventually';

const PATIENCE_MS = 60_000;

/** What is in the database, read beside the desk. */
export class Books {
  private readonly pool: Pool;

  constructor(url: string) {
    this.pool = createPool({ uri: url, timezone: 'Z', dateStrings: true, connectionLimit: 2 });
  }

  async rows<T>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    const [rows] = await this.pool.query<RowDataPacket[]>(sql, parameters);
    return rows as T[];
  }

  async count(from: string, parameters: unknown[] = []): Promise<number> {
    const [row] = await this.rows<{ n: number }>(`SELECT count(*) AS n FROM ${from}`, parameters);
    return Number(row?.n);
  }

  async run(sql: string, parameters: unknown[] = []): Promise<void> {
    await this.pool.query(sql, parameters);
  }

  /** Until everything that left a transaction is delivered. @returns the milliseconds. @throws when a job was given up. */
  async settled(withinMs = PATIENCE_MS): Promise<number> {
    const took = await eventually(
      async () => (await this.count("jobs WHERE state <> 'parked'")) + (await this.count('outbox')) === 0,
      withinMs,
    );
    const parked = await this.rows("SELECT name, job_key, last_error FROM jobs WHERE state = 'parked'");
    if (parked.length > 0) throw new Error(`Jobs were given up: ${JSON.stringify(parked)}`);
    return took;
  }

  async close(): Promise<void> {
    await this.pool.end();
  }
}
