import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(__dirname, '../../..');

export interface Fixture {
  path: string;
  text: string;
}

/** The ids of the rules that each text breaks, as the project's own lint would report them at that path. */
export function lintTexts(fixtures: readonly Fixture[], options: { types?: boolean } = {}): string[][] {
  const program = join(__dirname, 'lint-program.mjs');
  const flags = options.types ? ['--types'] : [];
  const answer = execFileSync(process.execPath, [program, ROOT, ...flags], {
    cwd: ROOT,
    input: JSON.stringify(fixtures),
    encoding: 'utf8',
  });
  return JSON.parse(answer) as string[][];
}

/** One rule's proof: a text that must be reported, and its nearest twin that must not. */
export interface Proof {
  rule: string;
  says: string;
  bad: Fixture;
  good: Fixture;
}

/** Lints all proofs in one process and declares two tests for each. */
export function prove(proofs: readonly Proof[], options: { types?: boolean } = {}): void {
  let reported: string[][] = [];
  beforeAll(() => {
    reported = lintTexts(
      proofs.flatMap(({ bad, good }) => [bad, good]),
      options,
    );
  }, 120_000);

  it.each(proofs.map((proof, index) => ({ ...proof, index })))('$rule: $says', ({ rule, index }) => {
    expect(reported[index * 2]).toContain(rule);
    expect(reported[index * 2 + 1]).not.toContain(rule);
  });
}

/** A text of nothing but the given imports, each used once so that only architecture is judged. */
export function importing(path: string, ...imports: string[]): Fixture {
  return { path, text: `${imports.join('\n')}\n` };
}
