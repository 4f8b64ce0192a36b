import { type INestApplicationContext } from '@nestjs/common';

import { Processes } from '@desk/platform/boot';

const WORDS = 'Another process serves this database now, since this one did not stir for a while: it ends';

/** Not drained: what a process still answered whose place another has taken might contradict that one. */
export function endWithoutLease(app: INestApplicationContext): void {
  app.get(Processes).whenLeaseLost(() => {
    process.stderr.write(`${WORDS}\n`);
    process.exit(1);
  });
}
