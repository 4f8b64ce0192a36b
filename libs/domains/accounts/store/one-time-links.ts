import { Injectable } from '@nestjs/common';

import { Database, toColumn } from '@desk/platform/database';

import { LinkPurpose, OneTimeLink } from '../model/one-time-link';

@Injectable()
export class OneTimeLinks {
  constructor(private readonly database: Database) {}

  async add(link: OneTimeLink): Promise<void> {
    await this.database.insert(OneTimeLink, link);
  }

  /** While it is good. */
  async live(id: string, purpose: LinkPurpose, now: Date): Promise<OneTimeLink | null> {
    const link = await this.database.find(OneTimeLink, { id, purpose });
    return link !== null && link.used_at === null && link.expires_at > now ? link : null;
  }

  /** Of two who use a link at once only one is answered true. */
  async use(id: string, now: Date): Promise<boolean> {
    const { affected } = await this.database.run(
      'UPDATE jrd_one_time_links SET used_at = ? WHERE id = ? AND used_at IS NULL AND expires_at > ?',
      [toColumn(now), id, toColumn(now)],
    );
    return affected === 1;
  }

  /** Ends what is still good, of one purpose or of all. */
  async endAllOf(userId: string, purpose: LinkPurpose | 'any', now: Date): Promise<void> {
    const [also, ...values] = purpose === 'any' ? [''] : [' AND purpose = ?', purpose];
    await this.database.run(
      `UPDATE jrd_one_time_links SET expires_at = ?
       WHERE user_id = ? AND used_at IS NULL AND expires_at > ?${also}`,
      [toColumn(now), userId, toColumn(now), ...values],
    );
  }

  async countSince(userId: string, purpose: LinkPurpose, since: Date): Promise<number> {
    const [row] = await this.database.rows<{ n: number }>(
      'SELECT COUNT(*) AS n FROM jrd_one_time_links WHERE user_id = ? AND purpose = ? AND created_at > ?',
      [userId, purpose, toColumn(since)],
    );
    return row?.n ?? 0;
  }

  async deleteExpiredBefore(before: Date): Promise<void> {
    await this.database.run('DELETE FROM jrd_one_time_links WHERE expires_at < ?', [toColumn(before)]);
  }
}
