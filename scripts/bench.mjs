// npm run bench [-- --quick] [-- --write]: measures the built product beside the limits of its machine, in one run.
// --quick: a look, with small workspaces and short rounds. --write: puts the figures into docs/performance.md.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { measure } from '../test/bench/measure.mjs';
import { tables, writeInto } from '../test/bench/report.mjs';
import { build } from './lib/build.mjs';
import { root } from './lib/root.mjs';

const TIERS = {
  full: { sizes: [1000, 100_000], rounds: 3, seconds: 5, warmUp: 2 },
  quick: { sizes: [1000, 5000], rounds: 1, seconds: 2, warmUp: 1 },
};

const flags = process.argv.slice(2);
const unknown = flags.find((flag) => !['--quick', '--write'].includes(flag));
if (unknown) throw new Error(`There is no option ${unknown}; there are --quick and --write`);

if (build(['api', 'cli', 'console', 'portal'])) {
  const folder = mkdtempSync(join(tmpdir(), 'desk-bench-'));
  try {
    const figures = await measure({ folder, root, ...TIERS[flags.includes('--quick') ? 'quick' : 'full'] });
    const text = tables(figures);
    console.log(`\n${text}`);
    if (flags.includes('--write')) writeInto(join(root, 'docs/performance.md'), text);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
} else {
  process.exitCode = 1;
}
