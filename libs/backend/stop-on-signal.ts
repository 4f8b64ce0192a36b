import { type INestApplicationContext } from '@nestjs/common';

import { startFailure } from './start-failure';

/** The first signal drains, and those that follow change nothing about it. */
export function stopOnSignal(app: INestApplicationContext): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
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
