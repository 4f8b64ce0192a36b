import { type Progress } from '@desk/backend/transfer/progress';

import { ProgressBar } from './progress-bar';

/** A bar for each thing that is counted. */
export class BarProgress implements Progress {
  private bar: ProgressBar | null = null;
  private total = 0;
  private done = 0;

  begin(total: number, what: string): void {
    this.bar = total === 0 ? null : new ProgressBar(total, what);
    this.total = total;
    this.done = 0;
  }

  add(done: number): void {
    this.done = Math.min(this.done + done, this.total);
    if (done > 0) this.bar?.update(this.done);
  }
}
