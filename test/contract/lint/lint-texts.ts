import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(__dirname, '../../..');

export interface Fixture {
  path: string;
  text: string;
}

/** One rule's proof: a text that must be reported, and its nearest twin that must not. */
export interface Proof {
  rule: string;
  says: string;
  bad: Fixture;
  good: Fixture;
}

/** The texts of all proofs of a test file, linted together when the first of them is judged: starting lint costs seconds. */
class Batch {
  private readonly fixtures: Fixture[] = [];
  private answers: string[][] | null = null;

  constructor(private readonly withTypes: boolean) {}

  /** @returns where the answer for the text will stand. */
  add(fixture: Fixture): number {
    return this.fixtures.push(fixture) - 1;
  }

  /** The ids of the rules that a text breaks, as the project's own lint would report them at its path. */
  broken(index: number): string[] {
    this.answers ??= this.lint();
    return this.answers[index] ?? [];
  }

  private lint(): string[][] {
    const program = join(__dirname, 'lint-program.mjs');
    const answer = execFileSync(process.execPath, [program, ROOT, ...(this.withTypes ? ['--types'] : [])], {
      cwd: ROOT,
      input: JSON.stringify(this.fixtures),
      encoding: 'utf8',
    });
    return JSON.parse(answer) as string[][];
  }
}

const plain = new Batch(false);
const typed = new Batch(true);

/** Declares a test for each proof. */
export function prove(proofs: readonly Proof[], options: { types?: boolean } = {}): void {
  const batch = options.types === true ? typed : plain;
  const cases = proofs.map(({ rule, says, bad, good }) => {
    return { rule, says, bad: batch.add(bad), good: batch.add(good) };
  });
  it.each(cases)('$rule: $says', ({ rule, bad, good }) => {
    expect(batch.broken(bad)).toContain(rule);
    expect(batch.broken(good)).not.toContain(rule);
  });
}

/** A text of nothing but the given imports, each used once so that only architecture is judged. */
export function importing(path: string, ...imports: string[]): Fixture {
  return { path, text: `${imports.join('\n')}\n` };
}
