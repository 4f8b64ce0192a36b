const WIDTH = 30;
const REDRAW_MS = 100;

/** One line that fills up; where nobody watches, a line for every tenth. */
export class ProgressBar {
  private readonly started = performance.now();
  private drawn = -Infinity;
  private tenth = 0;

  constructor(
    private readonly total: number,
    private readonly what: string,
    private readonly out: NodeJS.WriteStream = process.stderr,
  ) {}

  update(done: number): void {
    const elapsed = performance.now() - this.started;
    const isLast = done === this.total;
    if (this.out.isTTY) {
      if (!isLast && elapsed - this.drawn < REDRAW_MS) return;
      this.drawn = elapsed;
      this.out.write(`\r${this.line(done, elapsed)}\u001b[K${isLast ? '\n' : ''}`);
      return;
    }
    const tenth = Math.floor((done * 10) / this.total);
    if (tenth > this.tenth) this.out.write(`${this.line(done, elapsed)}\n`);
    this.tenth = tenth;
  }

  private line(done: number, elapsed: number): string {
    const share = done / this.total;
    const filled = Math.floor(share * WIDTH);
    const left = Math.ceil((elapsed * (1 - share)) / Math.max(share, 1e-9) / 1000);
    const count = `${done.toLocaleString('en')} of ${this.total.toLocaleString('en')} ${this.what}`;
    return `[${'#'.repeat(filled)}${'.'.repeat(WIDTH - filled)}] ${count}${share < 1 ? `, ${left} s left` : ''}`;
  }
}
