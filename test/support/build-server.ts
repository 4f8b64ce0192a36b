import { spawnSync } from 'node:child_process';

import { ROOT } from './commands';

/** Builds the server when its build is missing or stale, as `npm start` does. */
export function buildServer(): void {
  const built = spawnSync(process.execPath, ['scripts/build.mjs', 'api'], { cwd: ROOT, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`The server cannot be built:\n${built.stdout}${built.stderr}`);
}
