import { Injectable } from '@nestjs/common';

import { Database, toColumn, toDate } from '@desk/platform/database';

import { LoginAuditLog } from '../model/login-audit-log';
import { LOOK_BACK_ROWS } from '../model/lockout';

@Injectable()
export class LoginAudits {
  constructor(private readonly database: Database) {}

  async add(entry: Omit<LoginAuditLog, 'id'>): Promise<void> {
    await this.database.write().insert(LoginAuditLog, entry);
  }

  /** Oldest first; read from the end of the index, so an address under fire costs no more than another. */
  async failuresSince(emailKey: string, since: Date): Promise<Date[]> {
    const rows = await this.database.rows<{ timestamp: string }>(
      `SELECT timestamp FROM jrd_login_audit WHERE email_key = ? AND status = 'failed' AND timestamp > ?
       ORDER BY timestamp DESC LIMIT ${LOOK_BACK_ROWS}`,
      [emailKey, toColumn(since)],
    );
    return rows.map((row) => toDate(row.timestamp)).reverse();
  }

  async hasSignedInFrom(userId: string, network: string): Promise<boolean> {
    const rows = await this.database.rows(
      "SELECT id FROM jrd_login_audit WHERE user_id = ? AND status = 'success' AND network = ? LIMIT 1",
      [userId, network],
    );
    return rows.length > 0;
  }
}
