import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import Sqlite from 'better-sqlite3';

const POLL_MS = 25;
const PATIENCE_MS = 60_000;

/** What is on disk: the database, read beside the running server, and the files. */
export class Books {
  private readonly file: string;
  private readonly database: Sqlite.Database;

  constructor(private readonly dataDir: string) {
    this.file = join(dataDir, 'desk.sqlite');
    this.database = new Sqlite(this.file, { readonly: true });
  }

  rows<T>(sql: string, ...parameters: unknown[]): T[] {
    return this.database.prepare<unknown[], T>(sql).all(...parameters);
  }

  count(sql: string, ...parameters: unknown[]): number {
    return (
      this.database.prepare<unknown[], { n: number }>(`SELECT count(*) AS n FROM ${sql}`).get(...parameters)
        ?.n ?? 0
    );
  }

  /** On a connection of its own: one that has read the search index before a write judges it by what it remembers. */
  problems(): unknown[] {
    const fresh = new Sqlite(this.file, { readonly: true });
    try {
      const found = [
        ...(fresh.pragma('integrity_check') as unknown[]),
        ...(fresh.pragma('foreign_key_check') as unknown[]),
      ];
      return found.filter((row) => (row as Record<string, unknown>)['integrity_check'] !== 'ok');
    } finally {
      fresh.close();
    }
  }

  /** Rows of every table, by its name. */
  counts(): Record<string, number> {
    const tables = this.rows<{ name: string }>(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    );
    return Object.fromEntries(tables.map(({ name }) => [name, this.count(`"${name}"`)]));
  }

  /** Until everything that left a transaction has been delivered. A job that was given up fails the drill. */
  async settled(): Promise<void> {
    const until = Date.now() + PATIENCE_MS;
    while (this.count("jobs WHERE state <> 'parked'") + this.count('outbox') > 0) {
      if (Date.now() > until) throw new Error('Jobs are still waiting');
      await pause(POLL_MS);
    }
    const parked = this.rows("SELECT name, job_key, last_error FROM jobs WHERE state = 'parked'");
    if (parked.length > 0) throw new Error(`Jobs were given up: ${JSON.stringify(parked)}`);
  }

  /** @returns undefined when there is no such file. */
  content(sha256: string): Buffer | undefined {
    try {
      return readFileSync(join(this.dataDir, 'files', sha256.slice(0, 2), sha256.slice(2, 4), sha256));
    } catch {
      return undefined;
    }
  }

  close(): void {
    this.database.close();
  }
}
