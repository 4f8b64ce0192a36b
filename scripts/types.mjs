// npm run types: the back end and its tests, the web with its templates, the browser journeys.
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { root } from './lib/root.mjs';
import { run } from './lib/run.mjs';

const CHECKS = [
  { program: 'tsc', project: 'tsconfig.json' },
  { program: 'ngc', project: 'libs/web/tsconfig.json' },
  { program: 'tsc', project: 'test/web/tsconfig.json' },
];

const results = CHECKS.filter(({ project }) => existsSync(join(root, project))).map(({ program, project }) =>
  run(program, ['-p', project, '--noEmit']),
);
process.exitCode = results.every(Boolean) ? 0 : 1;
