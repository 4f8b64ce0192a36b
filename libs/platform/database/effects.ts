import { Logger } from '@nestjs/common';

export type Effect = () => void | Promise<void>;

/** What follows a commit, in nobody's way: not awaited by those who committed, but by whoever closes the database. */
export class Effects {
  private readonly logger = new Logger('UnitOfWork');
  private readonly underWay = new Set<Promise<void>>();

  start(effect: Effect): void {
    const run = Promise.resolve()
      .then(effect)
      .catch((error: unknown) => this.logger.error(`After-commit effect failed: ${String(error)}`))
      .finally(() => this.underWay.delete(run));
    this.underWay.add(run);
  }

  /** Answers when none is under way, also of those that the others began. */
  async end(): Promise<void> {
    while (this.underWay.size > 0) await Promise.all(this.underWay);
  }
}
