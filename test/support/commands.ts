import { join } from 'node:path';

export const ROOT = join(__dirname, '../..');

const node = (...args: readonly string[]): readonly string[] => ['node', '--enable-source-maps', ...args];

/** How the built product is started, here and in `docker/`: what an operator runs is what the tests have run. */
export const COMMANDS = {
  /** The whole desk in one process. */
  embedded: node('dist/apps/api/main.js', '--migrate'),
  api: node('dist/apps/api/main.js'),
  worker: node('dist/apps/worker/main.js'),
  migrate: node('dist/apps/cli/main.js', 'migrate'),
} as const;
