import { Injectable } from '@nestjs/common';

import { Database, toColumn } from '@desk/platform/database';

import { Online } from '../model/online';

/** Below the parameter limit of every engine. */
const BATCH = 500;

/** Which process has connections of whom, and the flag that follows from it. */
@Injectable()
export class OnlineRows {
  constructor(private readonly database: Database) {}

  async add(processId: string, userIds: readonly string[], now: Date): Promise<void> {
    for (const ids of batches(userIds)) {
      // What is there already is from a commit of which nobody learnt.
      await this.removeRows(processId, ids);
      await this.database.insert(
        Online,
        ids.map((user_id) => ({ user_id, process_id: processId, seen_at: now })),
      );
      await this.database.run(
        `UPDATE jrd_users SET is_online = 1 WHERE is_online = 0 AND id IN (${places(ids)})`,
        [...ids],
      );
    }
  }

  async remove(processId: string, userIds: readonly string[]): Promise<void> {
    for (const ids of batches(userIds)) {
      await this.removeRows(processId, ids);
      await this.goneOffline(ids);
    }
  }

  /** One statement for all of a process. @returns how many there are. */
  async renew(processId: string, now: Date): Promise<number> {
    const sql = 'UPDATE jrd_online SET seen_at = ? WHERE process_id = ?';
    return (await this.database.run(sql, [toColumn(now), processId])).affected;
  }

  /** Takes out the rows of processes that have not been heard of since. */
  async removeUnseen(before: Date): Promise<void> {
    const rows = await this.database.rows<{ user_id: string }>(
      'SELECT DISTINCT user_id FROM jrd_online WHERE seen_at < ?',
      [toColumn(before)],
    );
    if (rows.length === 0) return;
    await this.database.run('DELETE FROM jrd_online WHERE seen_at < ?', [toColumn(before)]);
    for (const ids of batches(rows.map((row) => row.user_id))) await this.goneOffline(ids);
  }

  private async removeRows(processId: string, ids: readonly string[]): Promise<void> {
    await this.database.run(`DELETE FROM jrd_online WHERE process_id = ? AND user_id IN (${places(ids)})`, [
      processId,
      ...ids,
    ]);
  }

  /** Those of them whom no other process has either. */
  private async goneOffline(ids: readonly string[]): Promise<void> {
    await this.database.run(
      `UPDATE jrd_users SET is_online = 0 WHERE is_online = 1 AND id IN (${places(ids)})
       AND NOT EXISTS (SELECT 1 FROM jrd_online WHERE jrd_online.user_id = jrd_users.id)`,
      [...ids],
    );
  }
}

function* batches(ids: readonly string[]): Generator<string[]> {
  for (let start = 0; start < ids.length; start += BATCH) yield ids.slice(start, start + BATCH);
}

function places(ids: readonly string[]): string {
  return ids.map(() => '?').join(', ');
}
