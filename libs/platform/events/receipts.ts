import { Injectable } from '@nestjs/common';

import { Clock } from '@desk/platform/clock';
import { Database, toColumn, UnitOfWork } from '@desk/platform/database';

/** Makes at-least-once deliveries count once: the receipt and the effect are rows of one transaction. */
@Injectable()
export class Receipts {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** @returns false when this delivery has had its effect already. */
  async take(id: string): Promise<boolean> {
    if (await this.isTaken(id)) return false;
    // Two deliveries at once: the key lets one through, once the other's transaction has ended.
    const taken = await this.unitOfWork.attempt(() =>
      this.database.run('INSERT INTO receipts (id, created_at) VALUES (?, ?)', [
        id,
        toColumn(this.clock.now()),
      ]),
    );
    return taken.ok;
  }

  async isTaken(id: string): Promise<boolean> {
    const seen = await this.database.rows('SELECT id FROM receipts WHERE id = ?', [id]);
    return seen.length > 0;
  }

  /** Removes receipts older than any delivery that could still come twice. */
  async sweep(before: Date): Promise<void> {
    await this.database.run('DELETE FROM receipts WHERE created_at < ?', [toColumn(before)]);
  }
}
