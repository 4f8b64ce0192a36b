import { Injectable } from '@nestjs/common';

import { Database, toColumn, toDate } from '@desk/platform/database';

import { Episode, IdleMark, Place } from '../model/episode';

/** Quiet tickets, and how far each rule has come through them. */
@Injectable()
export class Episodes {
  constructor(private readonly database: Database) {}

  async begin(ticketId: number, since: Date): Promise<void> {
    await this.database.insert(Episode, { ticket_id: ticketId, since });
  }

  /** A person has acted: the ticket's episode ends here, and the next one begins. */
  async beginAnew(ticketId: number, since: Date): Promise<void> {
    const moved = await this.database.update(Episode, { ticket_id: ticketId }, { since });
    if (moved === 0) await this.begin(ticketId, since);
  }

  async end(ticketId: number): Promise<void> {
    await this.database.write().delete(Episode, { ticket_id: ticketId });
  }

  /** The first episode after a place that has lasted since `until` at least; one step along the index. */
  async next(after: Place | null, until: Date): Promise<Episode | null> {
    const from = after === null ? [] : [toColumn(after.since), toColumn(after.since), after.ticket_id];
    const [row] = await this.database.rows<{ ticket_id: number; since: string }>(
      `SELECT ticket_id, since FROM jrd_automation_episodes
       WHERE since <= ?${after === null ? '' : ' AND since >= ? AND (since > ? OR ticket_id > ?)'}
       ORDER BY since, ticket_id LIMIT 1`,
      [toColumn(until), ...from],
    );
    return row === undefined ? null : { ticket_id: row.ticket_id, since: toDate(row.since) };
  }

  async marks(): Promise<Map<string, Place>> {
    const marks = await this.database.read().find(IdleMark);
    return new Map(marks.map(({ rule_id, since, ticket_id }) => [rule_id, { since, ticket_id }]));
  }

  /** @returns false when somebody else has moved the mark since it was read. */
  async moveMark(ruleId: string, from: Place | null, to: Place): Promise<boolean> {
    if (from === null) {
      await this.database.write().insert(IdleMark, { rule_id: ruleId, ...to });
      return true;
    }
    const { affected } = await this.database.write().update(IdleMark, { rule_id: ruleId, ...from }, to);
    return affected === 1;
  }

  async removeMark(ruleId: string): Promise<void> {
    await this.database.write().delete(IdleMark, { rule_id: ruleId });
  }
}
