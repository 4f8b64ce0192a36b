// npm test [-- jest's arguments]: everything, the browser journeys on a fresh build where Chromium is installed.
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import chromiumPath from './chromium.cjs';
import { build } from './lib/build.mjs';
import { root } from './lib/root.mjs';
import { run } from './lib/run.mjs';

const args = process.argv.slice(2);
const journeys = args.length === 0 && existsSync(join(root, 'test/web')) && chromiumPath();

process.exitCode = (!journeys || build()) && run('jest', args) ? 0 : 1;
