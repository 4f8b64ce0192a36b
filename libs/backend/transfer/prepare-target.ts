import { assertNotServed } from '@desk/platform/boot';
import { type DatabaseTarget } from '@desk/platform/config';
import { type Connections, migrate, NotToBeFilled, TransferMark } from '@desk/platform/database';

/**
 * Makes a database ready to be filled by `source`: an empty one, or one that the same source has begun to fill.
 * @throws NotToBeFilled before anything is changed.
 */
export async function prepareTarget(
  connections: Connections,
  target: DatabaseTarget,
  source: string,
  now: Date,
): Promise<void> {
  const mark = new TransferMark(connections);
  const begunBy = await mark.read();
  if (begunBy !== null && begunBy !== source) {
    throw new NotToBeFilled(
      `The target is half filled by ${begunBy}; finish that, or name an empty database`,
    );
  }
  await assertNotServed(connections, now);
  const filled = begunBy === null ? await mark.firstFilledTable() : null;
  if (filled !== null) {
    throw new NotToBeFilled(`The target is not empty (${filled} holds rows); name an empty database`);
  }
  await migrate(connections, target, now);
  if (begunBy === null) await mark.set(source);
}
