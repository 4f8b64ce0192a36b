import { Injectable } from '@nestjs/common';

import { Role } from '@desk/contracts';
import { CommittedMemo, Database } from '@desk/platform/database';

import { briefFromRow, PersonBrief, PersonBriefRow } from '../model/person-brief';

export const BRIEF_COLUMNS = 'id, email, first_name, last_name, role, avatar, is_active, department';
/** Below the parameter limit of every engine. */
const BATCH = 500;

/** Reads of people for those who show them beside their own rows: columns, no entities. */
@Injectable()
export class People {
  private readonly known: CommittedMemo<string, PersonBrief>;

  constructor(private readonly database: Database) {
    this.known = new CommittedMemo(database);
  }

  /** By id, for screens: those who were read since the last commit are not read again. */
  shown(ids: readonly string[]): Promise<Map<string, PersonBrief>> {
    return this.known.get([...new Set(ids)], async (missing) =>
      (await this.byIds(missing)).map((brief) => [brief.id, brief] as const),
    );
  }

  async byIds(ids: readonly string[]): Promise<PersonBrief[]> {
    const wanted = [...new Set(ids)];
    const found: PersonBrief[] = [];
    for (let start = 0; start < wanted.length; start += BATCH) {
      const batch = wanted.slice(start, start + BATCH);
      const places = batch.map(() => '?').join(', ');
      found.push(...(await this.briefs(`WHERE id IN (${places})`, batch)));
    }
    return found;
  }

  /** Others may read and hold the row too, but nobody changes it before this unit of work ends. */
  async held(id: string): Promise<PersonBrief | null> {
    // On SQLite the unit of work has the whole file to itself.
    const lock = this.database.engine === 'mysql' ? ' LOCK IN SHARE MODE' : '';
    return (await this.briefs(`WHERE id = ?${lock}`, [id]))[0] ?? null;
  }

  activeOf(roles: readonly Role[]): Promise<PersonBrief[]> {
    const places = roles.map(() => '?').join(', ');
    return this.briefs(`WHERE is_active = 1 AND role IN (${places}) ORDER BY name_key, id`, [...roles]);
  }

  async isInvited(id: string): Promise<boolean> {
    const rows = await this.database.rows(
      'SELECT id FROM jrd_users WHERE id = ? AND invited_at IS NOT NULL',
      [id],
    );
    return rows.length > 0;
  }

  async wantsMail(id: string): Promise<boolean> {
    const [row] = await this.database.rows<{ email_notifications: number }>(
      'SELECT email_notifications FROM jrd_users WHERE id = ? AND is_active = 1',
      [id],
    );
    return row?.email_notifications === 1;
  }

  private async briefs(where: string, parameters: string[]): Promise<PersonBrief[]> {
    const rows = await this.database.rows<PersonBriefRow>(
      `SELECT ${BRIEF_COLUMNS} FROM jrd_users ${where}`,
      parameters,
    );
    return rows.map(briefFromRow);
  }
}
