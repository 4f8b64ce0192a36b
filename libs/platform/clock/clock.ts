import { AsyncLocalStorage } from 'node:async_hooks';

import { Injectable } from '@nestjs/common';

/** The only source of "now". Tests put their own in its place and own time: they override `present`. */
@Injectable()
export class Clock {
  private readonly travelled = new AsyncLocalStorage<Date>();

  /** The instant that what is being done belongs to: the present, or the one that `at` has gone back to. */
  now(): Date {
    return this.travelled.getStore() ?? this.present();
  }

  /** What the clock on the wall says, whatever instant is being made up for. */
  present(): Date {
    return new Date();
  }

  /** Does work that was due at `instant` as if it were then: whatever it causes carries that instant, however late it is. */
  at<T>(instant: Date, work: () => T): T {
    return this.travelled.run(instant, work);
  }
}
