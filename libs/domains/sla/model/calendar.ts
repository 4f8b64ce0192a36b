/** What counts as time for a clock. Instants in, instants out: no clock ever sees a local time. */
export interface Calendar {
  /** Milliseconds of working time between two instants; none when `to` is not after `from`. */
  elapsed(from: Date, to: Date): number;
  /** The instant at which `duration` milliseconds of working time have passed since `from`. */
  add(from: Date, duration: number): Date;
}

/** Every moment counts, night and holiday alike. */
export class AroundTheClock implements Calendar {
  elapsed(from: Date, to: Date): number {
    return Math.max(0, to.getTime() - from.getTime());
  }

  add(from: Date, duration: number): Date {
    return new Date(from.getTime() + duration);
  }
}

export const AROUND_THE_CLOCK: Calendar = new AroundTheClock();
