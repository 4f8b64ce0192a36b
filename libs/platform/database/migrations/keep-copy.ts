import { existsSync, renameSync } from 'node:fs';

import { type DatabaseTarget } from '@desk/platform/config';

import { type Connections } from '../connections';

/** Copies a SQLite file beside itself, before its schema changes. */
export async function keepCopy({ reader }: Connections, target: DatabaseTarget, now: Date): Promise<void> {
  if (target.engine !== 'sqlite' || !existsSync(target.file)) return;
  const copy = `${target.file}.before-${now.toISOString().replace(/[:.]/g, '-')}`;
  // Under its name it is whole.
  await reader.query('VACUUM INTO ?', [`${copy}.part`]);
  renameSync(`${copy}.part`, copy);
}
