import { Injectable } from '@nestjs/common';

import { Clock } from '@desk/platform/clock';
import { Database, toColumn, UnitOfWork } from '@desk/platform/database';
import { Receipts } from '@desk/platform/events';
import { Mails } from '@desk/platform/mail';
import { Schedule } from '@desk/platform/schedule';
import { Uploads } from '@desk/platform/storage';

const HOUR_MS = 3600 * 1000;
const KEYS_FOR_MS = 24 * HOUR_MS;
/** Longer than the last retry of any delivery. */
const RECEIPTS_FOR_MS = 7 * 24 * HOUR_MS;
const MAILS_FOR_MS = 90 * 24 * HOUR_MS;
/** As the README says it. */
const REQUESTS_FOR_MS = 90 * 24 * HOUR_MS;
const REQUESTS_AT_ONCE = 1000;

/**
 * Removes what only had to be kept for a while: unclaimed files, receipts, answers to repeated requests, mails, the log of
 * writing requests.
 */
@Injectable()
export class Housekeeping {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly receipts: Receipts,
    private readonly uploads: Uploads,
    private readonly mails: Mails,
  ) {}

  @Schedule({ name: 'platform.housekeeping', everySeconds: 3600 })
  async run(): Promise<void> {
    const now = this.clock.now().getTime();
    while ((await this.uploads.sweep()) > 0);
    await this.unitOfWork.run(() => this.receipts.sweep(new Date(now - RECEIPTS_FOR_MS)));
    const oldest = new Date(now - MAILS_FOR_MS);
    while ((await this.unitOfWork.run(() => this.mails.sweep(oldest))) > 0);
    const before = toColumn(new Date(now - KEYS_FOR_MS));
    await this.unitOfWork.run(() =>
      this.database.write().query('DELETE FROM idempotency_keys WHERE created_at < ?', [before]),
    );
    const lastRequest = toColumn(new Date(now - REQUESTS_FOR_MS));
    while ((await this.forgetRequests(lastRequest)) > 0);
  }

  /** Few at a time: a busy desk has many, and whoever writes waits for each time. @returns how many. */
  private async forgetRequests(before: string): Promise<number> {
    const old = await this.database.rows<{ id: number }>(
      `SELECT id FROM request_log WHERE timestamp < ? ORDER BY timestamp, id LIMIT ${REQUESTS_AT_ONCE}`,
      [before],
    );
    if (old.length === 0) return 0;
    const ids = old.map(({ id }) => id);
    const places = ids.map(() => '?').join(', ');
    await this.unitOfWork.run(() =>
      this.database.run(`DELETE FROM request_log WHERE id IN (${places})`, ids),
    );
    return old.length;
  }
}
