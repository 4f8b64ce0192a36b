import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan } from 'typeorm';

import { Role } from '@desk/contracts';
import { Database, toDate } from '@desk/platform/database';
import { Listing, ListPage, Slice } from '@desk/platform/http';

import { OWES_FACTOR, WITH_FACTOR } from './owes-factor';
import { ApiToken } from '../model/api-token';
import { RevokedReason } from '../model/session';

/** A token with as much of its owner as authentication asks for. */
export interface ApiTokenOwner {
  id: string;
  user_id: string;
  scopes: string;
  last_used_at: Date | null;
  expires_at: Date | null;
  email: string;
  first_name: string;
  last_name: string;
  role: Role;
  owes_factor: number;
}

type OwnerRow = Omit<ApiTokenOwner, 'last_used_at' | 'expires_at'> & {
  last_used_at: string | null;
  expires_at: string | null;
};

export interface ApiTokenRow {
  id: string;
  name: string;
  prefix: string;
  scopes: string;
  created_at: string;
  last_used_at: string | null;
  expires_at: string | null;
}

const OWNER = `
  SELECT t.id, t.user_id, t.scopes, t.last_used_at, t.expires_at, u.email, u.first_name, u.last_name, u.role,
         ${OWES_FACTOR} AS owes_factor
  FROM jrd_api_tokens t JOIN jrd_users u ON u.id = t.user_id ${WITH_FACTOR}
  WHERE t.token_hash = ? AND t.revoked_at IS NULL AND u.is_active = 1`;

@Injectable()
export class ApiTokens {
  private readonly listing: Listing;

  constructor(private readonly database: Database) {
    this.listing = new Listing(database);
  }

  /** Whose token it is, unless it was revoked or they were deactivated. */
  async withOwner(tokenHash: string): Promise<ApiTokenOwner | null> {
    const [row] = await this.database.rows<OwnerRow>(OWNER, [tokenHash]);
    if (row === undefined) return null;
    return { ...row, last_used_at: toDate(row.last_used_at), expires_at: toDate(row.expires_at) };
  }

  /** Those that are not revoked, newest first. */
  pageOf(userId: string, page: ListPage): Promise<Slice<ApiTokenRow>> {
    return this.listing.page<ApiTokenRow>({
      columns: 'id, name, prefix, scopes, created_at, last_used_at, expires_at',
      from: 'jrd_api_tokens',
      where: ['user_id = ?', 'revoked_at IS NULL'],
      parameters: [userId],
      key: 'id',
      sort: 'id',
      descending: true,
      ...page,
    });
  }

  countOf(userId: string): Promise<number> {
    return this.database.read().countBy(ApiToken, { user_id: userId, revoked_at: IsNull() });
  }

  async add(token: ApiToken): Promise<void> {
    await this.database.write().insert(ApiToken, token);
  }

  /** False when this person has no such token any more. */
  async revoke(id: string, userId: string, reason: RevokedReason, now: Date): Promise<boolean> {
    const result = await this.database
      .write()
      .update(
        ApiToken,
        { id, user_id: userId, revoked_at: IsNull() },
        { revoked_at: now, revoked_reason: reason },
      );
    return result.affected === 1;
  }

  async revokeAllOf(userId: string, reason: RevokedReason, now: Date): Promise<void> {
    await this.database
      .write()
      .update(
        ApiToken,
        { user_id: userId, revoked_at: IsNull() },
        { revoked_at: now, revoked_reason: reason },
      );
  }

  async noteUse(ids: readonly string[], at: Date): Promise<void> {
    await this.database.write().update(ApiToken, { id: In([...ids]) }, { last_used_at: at });
  }

  async deleteRevokedBefore(before: Date): Promise<void> {
    await this.database.write().delete(ApiToken, { revoked_at: LessThan(before) });
  }
}
