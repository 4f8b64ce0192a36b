import { type Clock } from '@desk/platform/clock';

const MINUTE_MS = 60_000;
/** Networks of one minute; of more, none is told any more. */
const REMEMBERED_MOST = 1000;

/** Whether something is still among the first few of its kind within a minute of the clock. */
export class FewOfMinute {
  private minute = 0;
  private readonly seen = new Map<string, number>();

  constructor(private readonly clock: Clock) {}

  of(who: string, what: number, most: number): boolean {
    const minute = Math.floor(this.clock.present().getTime() / MINUTE_MS);
    if (minute !== this.minute) this.seen.clear();
    this.minute = minute;
    const key = `${who} ${what}`;
    const times = this.seen.get(key) ?? 0;
    if (times >= most || (times === 0 && this.seen.size >= REMEMBERED_MOST)) return false;
    this.seen.set(key, times + 1);
    return true;
  }
}
