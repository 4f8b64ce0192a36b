// npm run lint [-- --fix]: ESLint with the house rules, then cycles on either side of the wire.
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { contentHash } from './lib/content-hash.mjs';
import { root } from './lib/root.mjs';
import { run } from './lib/run.mjs';

// ESLint's own cache does not notice when a rule of ours changes; a cache for each version of the rules does.
const rules = contentHash([
  'eslint',
  'eslint.config.mjs',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.web.json',
]);
const cache = ['--cache', '--cache-strategy', 'content', '--cache-location', `.cache/eslint/${rules}`];

const SIDES = {
  'tsconfig.json': [
    'libs/contracts',
    'libs/platform',
    'libs/domains',
    'libs/backend',
    'apps/api',
    'apps/worker',
    'apps/cli',
  ],
  'tsconfig.web.json': ['libs/web', 'apps/console', 'apps/portal'],
};

function cyclesIn([tsconfig, folders]) {
  const present = folders.filter((folder) => existsSync(join(root, folder)));
  return run('depcruise', ['--config', '.dependency-cruiser.cjs', '--ts-config', tsconfig, ...present], {
    quiet: true,
  });
}

const clean = run('eslint', ['.', '--max-warnings', '0', ...cache, ...process.argv.slice(2)]);
const straight = Object.entries(SIDES).map(cyclesIn);
process.exitCode = clean && straight.every(Boolean) ? 0 : 1;
