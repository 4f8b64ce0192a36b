import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { contentHash } from './content-hash.mjs';
import { root } from './root.mjs';
import { run } from './run.mjs';
import { targets } from './targets.mjs';

const stamps = join(root, 'dist/.stamps');

/** Builds what is missing or stale among the named targets (all when none is named), one line for each. */
export function build(names = []) {
  const unknown = names.find((name) => !targets.some((target) => target.name === name));
  if (unknown)
    throw new Error(
      `Nothing called '${unknown}' is built; there is ${targets.map((t) => t.name).join(', ')}.`,
    );
  return targets.filter(({ name }) => names.length === 0 || names.includes(name)).every(buildTarget);
}

function buildTarget({ name, program, args, output, inputs }) {
  const stamp = join(stamps, name);
  const hash = contentHash(inputs);
  const built = existsSync(join(root, output)) && existsSync(stamp) ? readFileSync(stamp, 'utf8') : undefined;
  if (built === hash) return true;

  console.log(`Building ${name} (${built === undefined ? 'missing' : 'stale'}) …`);
  // Without its stamp a build that is interrupted counts as missing.
  rmSync(stamp, { force: true });
  if (!run(program, args, { quiet: true })) {
    console.error(`Building ${name} failed.`);
    return false;
  }
  mkdirSync(stamps, { recursive: true });
  writeFileSync(stamp, hash);
  return true;
}
