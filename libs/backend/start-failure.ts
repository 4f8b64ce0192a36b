import { ConfigError } from '@desk/platform/config';
import { AlreadyServed, StillServed } from '@desk/platform/boot';
import { DataWouldBeLost, NotToBeFilled, SchemaMismatch } from '@desk/platform/database';

import { NotADemo } from './demo/load-demo';
import { UnusableArchive } from './transfer/archive/read-archive';
import { FileLost } from './transfer/backup';
import { ServiceUnreachable } from './wait-for-services';

const FOR_THE_READER = [
  ConfigError,
  ServiceUnreachable,
  SchemaMismatch,
  DataWouldBeLost,
  AlreadyServed,
  NotADemo,
  NotToBeFilled,
  StillServed,
  UnusableArchive,
  FileLost,
];

/** What a start that failed says: one line where the reader can help, the whole stack where only we can. */
export function startFailure(error: unknown): string {
  if (FOR_THE_READER.some((type) => error instanceof type)) return (error as Error).message;
  if (!(error instanceof Error)) return String(error);
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE' || code === 'EACCES') return error.message;
  return error.stack ?? error.message;
}
