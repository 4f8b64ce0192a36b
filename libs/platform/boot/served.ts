import { type Connections } from '@desk/platform/database';
import { ThisProcess } from '@desk/platform/process';

import { isAlive } from './process-lease';
import { ProcessLeaseRow } from './process-lease.entity';

/** A process works on a database that has to stay as it is for a while. One line for whoever wants that. */
export class StillServed extends Error {
  constructor({ host, pid }: ProcessLeaseRow) {
    super(`Process ${pid} on ${host} serves the database; stop it first`);
  }
}

/** @throws StillServed */
export async function assertNotServed({ reader }: Connections, now: Date): Promise<void> {
  const runner = reader.createQueryRunner();
  try {
    if (!(await runner.hasTable('process_lease'))) return;
  } finally {
    await runner.release();
  }
  const self = new ThisProcess();
  const held = await reader.getRepository(ProcessLeaseRow).find();
  const alive = held.find((each) => isAlive(each, self, now));
  if (alive !== undefined) throw new StillServed(alive);
}
