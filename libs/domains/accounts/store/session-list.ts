import { Injectable } from '@nestjs/common';

import { Database, toColumn } from '@desk/platform/database';
import { Listing, ListPage, Slice } from '@desk/platform/http';

import { SessionKind } from '../model/session';

export interface SessionRow {
  id: string;
  kind: SessionKind;
  ip_address: string;
  user_agent: string;
  created_at: string;
  last_used_at: string;
  expires_at: string;
}

@Injectable()
export class SessionList {
  private readonly listing: Listing;

  constructor(database: Database) {
    this.listing = new Listing(database);
  }

  /** Whoever was there last comes first. */
  liveOf(userId: string, now: Date, page: ListPage): Promise<Slice<SessionRow>> {
    return this.listing.page<SessionRow>({
      columns: 'id, kind, ip_address, user_agent, created_at, last_used_at, expires_at',
      from: 'jrd_sessions',
      where: ['user_id = ?', 'revoked_at IS NULL', 'expires_at > ?'],
      parameters: [userId, toColumn(now)],
      key: 'id',
      sort: 'last_used_at',
      descending: true,
      ...page,
    });
  }
}
