import { type Clock } from '@desk/platform/clock';

const MINUTE_MS = 60_000;
/** Networks of one minute; of more, none is told any more. */
const REMEMBERED_MOST = 1000;

/** Whether something is the first of its kind within a minute of the clock. */
export class FirstOfMinute {
  private minute = 0;
  private readonly seen = new Set<string>();

  constructor(private readonly clock: Clock) {}

  of(who: string, what: number): boolean {
    const minute = Math.floor(this.clock.present().getTime() / MINUTE_MS);
    if (minute !== this.minute) this.seen.clear();
    this.minute = minute;
    const key = `${who} ${what}`;
    if (this.seen.has(key) || this.seen.size >= REMEMBERED_MOST) return false;
    this.seen.add(key);
    return true;
  }
}
