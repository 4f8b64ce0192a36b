// npm run soak [-- jest's arguments]: every spec with counts in test/support/scale.ts, with the counts an issue names.
// What they report is kept in docs/soak.md; a run of chosen specs alone is shown and not kept.
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { build } from './lib/build.mjs';
import { root } from './lib/root.mjs';

const REPORTED = /^\s*soak: (.+)$/;
const chosen = process.argv.slice(2);

if (!build(['api', 'worker', 'cli'])) process.exit(1);

const reported = [];
const started = new Date();
const jest = spawn(
  process.execPath,
  [
    join(root, 'node_modules/jest/bin/jest.js'),
    '--runInBand',
    ...(chosen.length > 0 ? chosen : ['--findRelatedTests', 'test/support/scale.ts']),
  ],
  { cwd: root, stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, DESK_TEST_TIER: 'soak' } },
);
createInterface({ input: jest.stdout }).on('line', (line) => {
  process.stdout.write(`${line}\n`);
  const report = REPORTED.exec(line)?.[1];
  if (report !== undefined) reported.push(report);
});
jest.on('close', (code) => {
  process.exitCode = code ?? 1;
  if (chosen.length === 0) keep(code === 0);
});

function keep(passed) {
  const file = join(root, 'docs/soak.md');
  const [introduction] = readFileSync(file, 'utf8').split(/^## /m);
  const seconds = Math.round((Date.now() - started.getTime()) / 1000);
  const machine = `${availableParallelism()} × ${cpus()[0]?.model.trim() ?? 'unknown'}, Node ${process.versions.node}`;
  const lines = [
    introduction.trimEnd(),
    '',
    `## Last run: ${started.toISOString().slice(0, 10)}, ${passed ? 'passed' : 'FAILED'} after ${seconds} s`,
    '',
    machine,
    '',
    '```text',
    ...reported,
    '```',
    '',
  ];
  writeFileSync(file, lines.join('\n'));
}
