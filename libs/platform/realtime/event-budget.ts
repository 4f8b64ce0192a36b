const WINDOW_MS = 10_000;
const EVENTS = 60;

/** How much one connection may ask in a while: more than a person's tabs need, less than a flood. */
export class EventBudget {
  private since = 0;
  private used = 0;

  take(now: number): boolean {
    if (now - this.since >= WINDOW_MS || now < this.since) {
      this.since = now;
      this.used = 0;
    }
    this.used++;
    return this.used <= EVENTS;
  }
}
