import { constants } from 'node:os';

import { type INestApplicationContext } from '@nestjs/common';

import { startFailure } from './start-failure';

/** Ctrl-C may come twice at once: from the terminal, and from an npm that passes it on. */
const ONE_STROKE_MS = 1000;

/** The first signal drains; one that comes later, because that takes somebody too long, ends at once. */
export function stopOnSignal(app: INestApplicationContext): void {
  let asked: number | null = null;
  const stop = (signal: 'SIGINT' | 'SIGTERM'): void => {
    if (asked !== null) {
      if (performance.now() - asked >= ONE_STROKE_MS) process.exit(128 + constants.signals[signal]);
      return;
    }
    asked = performance.now();
    app.close().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${startFailure(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}
