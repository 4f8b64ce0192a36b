import { setTimeout as pause } from 'node:timers/promises';

const EVERY_MS = 50;

/**
 * Asks until it is so.
 * @returns the milliseconds that it took.
 * @throws when it takes longer than `withinMs`, which is part of what a drill promises.
 */
export async function eventually(isSo: () => boolean | Promise<boolean>, withinMs: number): Promise<number> {
  const started = Date.now();
  while (!(await isSo())) {
    if (Date.now() - started > withinMs) throw new Error(`Not so after ${withinMs} ms: ${String(isSo)}`);
    await pause(EVERY_MS);
  }
  return Date.now() - started;
}
