import { type QueryRunner } from 'typeorm';

import { type Engine } from './columns';

export function engineOf(runner: QueryRunner): Engine {
  return runner.dataSource.options.type === 'better-sqlite3' ? 'sqlite' : 'mysql';
}
