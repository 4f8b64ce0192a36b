// npm run api:sync writes the OpenAPI document and the client generated from it; npm run api:check fails on a difference.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { build } from './lib/build.mjs';
import { root } from './lib/root.mjs';
import { run } from './lib/run.mjs';

const COMMITTED = join(root, 'libs/web/api-client');

function generateInto(folder) {
  if (!build(['api'])) return false;
  const document = `${folder}.json`;
  const written = spawnSync(process.execPath, ['dist/apps/api/openapi.js', document], {
    cwd: root,
    stdio: 'inherit',
  });
  if (written.status !== 0) return false;
  const args = ['--config', 'ng-openapi-gen.json', '--input', document, '--output', folder];
  if (!run('ng-openapi-gen', args, { quiet: true })) return false;
  // Last, because the generator removes what it did not write.
  cpSync(document, join(folder, 'openapi.json'));
  return true;
}

function filesOf(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return entries.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)).sort();
}

function differences(fresh) {
  const names = new Set([...filesOf(COMMITTED), ...filesOf(fresh)]);
  return [...names].filter((name) => read(join(COMMITTED, name)) !== read(join(fresh, name)));
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function sync(fresh) {
  rmSync(COMMITTED, { recursive: true, force: true });
  cpSync(fresh, COMMITTED, { recursive: true });
  return true;
}

function check(fresh) {
  const changed = differences(fresh);
  if (changed.length === 0) return true;
  console.error(
    `The generated client is not what the API says (run npm run api:sync):\n  ${changed.join('\n  ')}`,
  );
  return false;
}

const scratch = mkdtempSync(join(tmpdir(), 'desk-api-client-'));
try {
  const fresh = join(scratch, 'api-client');
  const done = generateInto(fresh) && (process.argv.includes('--check') ? check(fresh) : sync(fresh));
  process.exitCode = done ? 0 : 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
