import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createConnection } from 'mysql2/promise';

import { Config, type DatabaseTarget } from '@desk/platform/config';

/**
 * Where the tests of this run keep their data: nothing set means SQLite files; `TEST_DATABASE_URL=mysql://…` (a server
 * on which databases may be created) and `TEST_REDIS_URL` make the same tests run scaled. See `npm run test:scaled`.
 */
const SERVER = process.env['TEST_DATABASE_URL'];
const REDIS = process.env['TEST_REDIS_URL'];

/** True when the tests run on MySQL or MariaDB, for the few that are about one engine. */
export const onMysql = SERVER !== undefined;

/** @throws where the run was started without a Redis: a test that needs one must not pass by doing nothing. */
export function testRedisUrl(): string {
  if (REDIS === undefined)
    throw new Error('TEST_REDIS_URL is not set; run these tests by `npm run test:scaled`');
  return REDIS;
}

/** A folder and an empty database of a test's own. */
export class TestPlace {
  private constructor(
    readonly folder: string,
    /** What the environment must say for a process to live here. */
    readonly env: Readonly<Record<string, string>>,
    private readonly database: string | null,
  ) {}

  static async create(): Promise<TestPlace> {
    const folder = mkdtempSync(join(tmpdir(), 'desk-test-'));
    if (SERVER === undefined) return new TestPlace(folder, { DATA_DIR: folder }, null);
    const database = `desk_test_${randomBytes(6).toString('hex')}`;
    await onServer(`CREATE DATABASE ${database} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
    const url = new URL(SERVER);
    url.pathname = database;
    const env: Record<string, string> = { DATA_DIR: folder, DATABASE_URL: url.href };
    if (REDIS !== undefined) {
      Object.assign(env, { REDIS_URL: REDIS, JWT_SECRET: randomBytes(32).toString('hex') });
    }
    return new TestPlace(folder, env, database);
  }

  get target(): DatabaseTarget {
    return Config.from({ ...this.env }).database;
  }

  async remove(): Promise<void> {
    rmSync(this.folder, { recursive: true, force: true });
    if (this.database !== null) await onServer(`DROP DATABASE ${this.database}`);
  }
}

async function onServer(statement: string): Promise<void> {
  const connection = await createConnection(SERVER ?? '');
  try {
    await connection.query(statement);
  } finally {
    await connection.end();
  }
}
