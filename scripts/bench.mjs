// npm run bench [-- --scaled] [-- --quick] [-- --write]: measures the built product beside the limits of its machine, in
// one run. --scaled: two API processes and a worker instead, on the MariaDB and the Redis of TEST_DATABASE_URL and
// TEST_REDIS_URL, else on those of scripts/with-services.sh. --quick: a look, with small workspaces and short rounds.
// --write: puts the figures into docs/performance.md.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { measureEmbedded } from '../test/bench/embedded.mjs';
import { embeddedTables, PLACES, scaledTables, writeInto } from '../test/bench/report.mjs';
import { measureScaled } from '../test/bench/scaled.mjs';
import { build } from './lib/build.mjs';
import { root } from './lib/root.mjs';

const KNOWN = ['--scaled', '--quick', '--write'];
const HOW = {
  full: { rounds: 3, seconds: 5, warmUp: 2 },
  quick: { rounds: 1, seconds: 2, warmUp: 1 },
};
const SETTINGS = {
  embedded: {
    apps: ['api', 'cli', 'console', 'portal'],
    sizes: { full: [1000, 100_000], quick: [1000, 5000] },
    measure: measureEmbedded,
    tables: embeddedTables,
  },
  scaled: {
    apps: ['api', 'worker', 'cli'],
    sizes: { full: [1000, 20_000], quick: [1000] },
    measure: measureScaled,
    tables: scaledTables,
  },
};

const flags = process.argv.slice(2);
const unknown = flags.find((flag) => !KNOWN.includes(flag));
if (unknown) throw new Error(`There is no option ${unknown}; there are ${KNOWN.join(', ')}`);

const { TEST_DATABASE_URL: databaseUrl, TEST_REDIS_URL: redisUrl } = process.env;
const mode = flags.includes('--scaled') ? 'scaled' : 'embedded';
const lacksServices = mode === 'scaled' && (databaseUrl === undefined || redisUrl === undefined);
process.exitCode = lacksServices ? withServices() : await bench(SETTINGS[mode]);

/** This very command, with servers of its own. */
function withServices() {
  const command = [process.execPath, process.argv[1], ...flags];
  return spawnSync(join(root, 'scripts/with-services.sh'), command, { stdio: 'inherit' }).status ?? 1;
}

async function bench({ apps, sizes, measure, tables }) {
  if (!build(apps)) return 1;
  const tier = flags.includes('--quick') ? 'quick' : 'full';
  const folder = mkdtempSync(join(tmpdir(), 'desk-bench-'));
  try {
    const services = { databaseUrl, redisUrl };
    const text = tables(await measure({ folder, root, services, sizes: sizes[tier], ...HOW[tier] }));
    console.log(`\n${text}`);
    if (flags.includes('--write')) writeInto(join(root, 'docs/performance.md'), PLACES[mode], text);
    return 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
