import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { root } from './root.mjs';

/** Runs an installed package's program and waits. With `quiet` its output is shown only when it fails. */
export function run(program, args, { quiet = false } = {}) {
  const command = join(root, 'node_modules/.bin', program);
  const result = spawnSync(command, args, { cwd: root, stdio: quiet ? 'pipe' : 'inherit', encoding: 'utf8' });
  if (result.error) throw result.error;
  const failed = result.status !== 0;
  if (quiet && failed) process.stderr.write(`${result.stdout}${result.stderr}`);
  return !failed;
}
