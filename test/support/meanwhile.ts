import { AsyncResource } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';

/** Milliseconds that the first waits for the second, which on SQLite, and with the row held, waits for the first. */
const WAIT_MS = 700;

/** `second` begins when `first` has judged what it read and is about to save it. Answers when both have ended. */
export async function meanwhile(
  store: { save(entity: never): Promise<void> },
  first: () => Promise<unknown>,
  second: () => Promise<unknown>,
): Promise<void> {
  const save = store.save.bind(store) as (entity: unknown) => Promise<void>;
  // In a unit of work of its own, not in the first one's.
  const apart = AsyncResource.bind(second);
  let later: Promise<unknown> = Promise.resolve();
  jest.spyOn(store, 'save').mockImplementationOnce(async (entity: unknown) => {
    later = apart();
    await Promise.race([later, pause(WAIT_MS)]);
    await save(entity);
  });
  await first();
  await later;
}
