import { SetMetadata } from '@nestjs/common';

export const SCHEDULE = 'desk:schedule';

export interface ScheduleOptions {
  /** Unique and stable: `domain.verb-noun`. */
  name: string;
  everySeconds: number;
}

/** Runs a method of `work/` once per time slot in the whole product, as a job, whatever the number of processes. */
export function Schedule(
  options: ScheduleOptions,
): (target: object, key: string | symbol, descriptor: TypedPropertyDescriptor<() => Promise<void>>) => void {
  return SetMetadata(SCHEDULE, options);
}

export const WATCH = 'desk:watch';

/**
 * A cheap look, each second and without a write, for work that has fallen due; the method enqueues a job when there is
 * some. The net below it is a `@Schedule`.
 */
export function Watch(): (
  target: object,
  key: string | symbol,
  descriptor: TypedPropertyDescriptor<() => Promise<void>>,
) => void {
  return SetMetadata(WATCH, true);
}
