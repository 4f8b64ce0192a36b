import { Logger } from '@nestjs/common';

import { type Bell } from './bull-job-queue';

/** What Bull's types leave out. */
interface Beginning {
  process(...all: unknown[]): Promise<void>;
  /** Of its connection, in Redis' list of clients. */
  setWorkerName(): Promise<void>;
}

/**
 * Nobody awaits how Bull begins to listen: a process that is told to stop meanwhile would end with the failure of a
 * command whose connection has gone, and so would one that loses Redis just then. Without the bell, jobs are found by looking.
 */
export function forgiving(bell: Bell): Bell {
  const beginning = bell as unknown as Beginning;
  const process = beginning.process.bind(bell);
  beginning.process = (...all) =>
    process(...all).catch((error: unknown) => {
      new Logger('Bull').warn(
        `It does not ring for this process, which looks for jobs instead: ${String(error)}`,
      );
    });
  beginning.setWorkerName = () => Promise.resolve();
  return bell;
}
