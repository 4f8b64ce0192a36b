// npm start: builds what is missing or stale, then serves with the given flags.
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { build } from './lib/build.mjs';
import { root } from './lib/root.mjs';
import { targets } from './lib/targets.mjs';

const SERVED = ['api', 'console', 'portal'];

if (build(SERVED.filter((name) => targets.some((target) => target.name === name)))) {
  // In this very process: a signal reaches the server once, and what it exits with is what npm sees.
  const main = join(root, 'dist/apps/api/main.js');
  process.argv.splice(1, 1, main);
  process.setSourceMapsEnabled(true);
  createRequire(import.meta.url)(main);
} else {
  process.exitCode = 1;
}
