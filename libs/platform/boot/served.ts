import { type Connections } from '@desk/platform/database';

import { isAlive } from './process-lease';
import { ProcessLeaseRow } from './process-lease.entity';
import { ThisProcess } from './this-process';

/** A process works on a database that has to stay as it is for a while. One line for whoever wants that. */
export class StillServed extends Error {
  constructor({ host, pid }: ProcessLeaseRow) {
    super(`Process ${pid} on ${host} serves the database; stop it first`);
  }
}

/** With Redis any number of processes serve and nobody holds the lease: then this cannot tell. @throws StillServed */
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
