// npm test [-- jest's arguments]: everything, the browser journeys on a fresh build where Chromium is installed.
import chromiumPath from './chromium.cjs';
import { build } from './lib/build.mjs';
import { run } from './lib/run.mjs';

const args = process.argv.slice(2);
const journeys = (args.length === 0 || args.includes('journeys')) && chromiumPath();

process.exitCode = (!journeys || build()) && run('jest', args) ? 0 : 1;
