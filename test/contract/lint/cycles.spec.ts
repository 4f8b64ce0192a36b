import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '../../..');

/** Runs the project's cycle check on a small project of its own; answers with the exit code. */
function checkCycles(files: Record<string, string>): number | null {
  const folder = mkdtempSync(join(tmpdir(), 'desk-cycles-'));
  try {
    mkdirSync(join(folder, 'libs'));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, 'libs', name), text);
    const program = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
    const args = [program, '--config', join(ROOT, '.dependency-cruiser.cjs'), 'libs'];
    return spawnSync(process.execPath, args, { cwd: folder }).status;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('no cycles', () => {
  it('refuses two files that import each other', () => {
    const a = `import { b } from './b';\nexport const a = () => b;\n`;
    const b = `import { a } from './a';\nexport const b = () => a;\n`;
    expect(checkCycles({ 'a.ts': a, 'b.ts': b })).not.toBe(0);
  });

  it('refuses a cycle of types alone', () => {
    const a = `import type { B } from './b';\nexport interface A { b: B }\n`;
    const b = `import type { A } from './a';\nexport interface B { a: A }\n`;
    expect(checkCycles({ 'a.ts': a, 'b.ts': b })).not.toBe(0);
  });

  it('accepts one direction', () => {
    const a = `import { b } from './b';\nexport const a = () => b;\n`;
    expect(checkCycles({ 'a.ts': a, 'b.ts': 'export const b = 1;\n' })).toBe(0);
  });
});
