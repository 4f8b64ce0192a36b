// Fails when the JavaScript that index.html loads first (module scripts and what they preload) outgrows its budget, gzipped.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const BUDGETS_KB = { portal: 150, console: 250 };
const dist = join(dirname(fileURLToPath(import.meta.url)), '../dist/web');
const STATIC_IMPORT = /(?:^|[;}\s])(?:import|export)\s*(?:[^"'();]*?from\s*)?["'](\.\/[^"']+\.js)["']/g;

function firstLoad(app) {
  const html = readFileSync(join(dist, app, 'index.html'), 'utf8');
  const tags = html.match(/<(?:script|link)\b[^>]*>/g) ?? [];
  const files = new Set(
    tags
      .filter((tag) => tag.startsWith('<script') || tag.includes('modulepreload'))
      .map((tag) => /(?:src|href)="([^"]+\.js)"/.exec(tag)?.[1])
      .filter(Boolean),
  );
  // A set grows while it is walked: what a first file imports statically is loaded first as well.
  for (const file of files) {
    for (const [, imported] of readFileSync(join(dist, app, file), 'utf8').matchAll(STATIC_IMPORT)) {
      files.add(imported.slice('./'.length));
    }
  }
  return [...files];
}

let failed = false;
for (const [app, budget] of Object.entries(BUDGETS_KB)) {
  const bytes = firstLoad(app).reduce(
    (sum, file) => sum + gzipSync(readFileSync(join(dist, app, file))).length,
    0,
  );
  const kilobytes = bytes / 1000;
  const within = kilobytes <= budget;
  failed ||= !within;
  console.log(
    `${app}: ${kilobytes.toFixed(1)} kB gzipped at first load, budget ${budget} kB${within ? '' : ' EXCEEDED'}`,
  );
}
process.exitCode = failed ? 1 : 0;
