import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan, Not } from 'typeorm';

import { Role } from '@desk/contracts';
import { Database, toDate } from '@desk/platform/database';

import { OWES_FACTOR, WITH_FACTOR } from './owes-factor';
import { RevokedReason, Session, SessionKind } from '../model/session';

/** A session with as much of its person as authentication asks for. */
export interface SessionOwner {
  id: string;
  user_id: string;
  kind: SessionKind;
  generation: number;
  rotated_at: Date;
  expires_at: Date;
  revoked_at: Date | null;
  last_used_at: Date;
  proven_at: Date | null;
  email: string;
  first_name: string;
  last_name: string;
  role: Role;
  is_active: boolean;
  /** Their role must have a second factor, and they have none. */
  owes_factor: boolean;
  is_profile_completed: boolean;
}

type OwnerInstants = 'rotated_at' | 'expires_at' | 'revoked_at' | 'last_used_at' | 'proven_at';
type OwnerRow = Omit<SessionOwner, OwnerInstants | 'is_active' | 'owes_factor' | 'is_profile_completed'> & {
  rotated_at: string;
  expires_at: string;
  revoked_at: string | null;
  last_used_at: string;
  proven_at: string | null;
  is_active: number;
  owes_factor: number;
  is_profile_completed: number;
};

const OWNER = `
  SELECT s.id, s.user_id, s.kind, s.generation, s.rotated_at, s.expires_at, s.revoked_at,
         s.last_used_at, s.proven_at,
         u.email, u.first_name, u.last_name, u.role, u.is_active, u.is_profile_completed,
         ${OWES_FACTOR} AS owes_factor
  FROM jrd_sessions s JOIN jrd_users u ON u.id = s.user_id ${WITH_FACTOR}
  WHERE s.id = ?`;

@Injectable()
export class Sessions {
  constructor(private readonly database: Database) {}

  /** The one query of every authenticated request: four primary keys. */
  async withOwner(id: string): Promise<SessionOwner | null> {
    const [row] = await this.database.rows<OwnerRow>(OWNER, [id]);
    if (row === undefined) return null;
    return {
      ...row,
      rotated_at: toDate(row.rotated_at),
      expires_at: toDate(row.expires_at),
      revoked_at: toDate(row.revoked_at),
      last_used_at: toDate(row.last_used_at),
      proven_at: toDate(row.proven_at),
      is_active: row.is_active === 1,
      owes_factor: row.owes_factor === 1,
      is_profile_completed: row.is_profile_completed === 1,
    };
  }

  byId(id: string): Promise<Session | null> {
    return this.database.read().findOneBy(Session, { id });
  }

  async add(session: Session): Promise<void> {
    await this.database.write().insert(Session, session);
  }

  /**
   * Compare and set: false when the session has moved on or ended. As the first statement of its unit of work it is
   * also the lock that puts the renewals of one session in a row.
   */
  async rotate(id: string, generation: number, now: Date, expiresAt: Date): Promise<boolean> {
    const result = await this.database
      .write()
      .update(
        Session,
        { id, generation, revoked_at: IsNull() },
        { generation: generation + 1, rotated_at: now, last_used_at: now, expires_at: expiresAt },
      );
    return result.affected === 1;
  }

  /** False when it had ended already. */
  async revoke(id: string, reason: RevokedReason, now: Date): Promise<boolean> {
    const result = await this.database
      .write()
      .update(Session, { id, revoked_at: IsNull() }, { revoked_at: now, revoked_reason: reason });
    return result.affected === 1;
  }

  /** Ends all sessions of a person but `keep`. */
  async revokeAllOf(
    userId: string,
    reason: RevokedReason,
    now: Date,
    keep: string | null = null,
  ): Promise<void> {
    const others = keep === null ? {} : { id: Not(keep) };
    await this.database
      .write()
      .update(
        Session,
        { user_id: userId, revoked_at: IsNull(), ...others },
        { revoked_at: now, revoked_reason: reason },
      );
  }

  /** False when it has ended. */
  async prove(id: string, now: Date): Promise<boolean> {
    const result = await this.database
      .write()
      .update(Session, { id, revoked_at: IsNull() }, { proven_at: now });
    return result.affected === 1;
  }

  async noteUse(ids: readonly string[], at: Date): Promise<void> {
    await this.database.write().update(Session, { id: In([...ids]) }, { last_used_at: at });
  }

  async deleteExpiredBefore(before: Date): Promise<void> {
    await this.database.write().delete(Session, { expires_at: LessThan(before) });
  }
}
