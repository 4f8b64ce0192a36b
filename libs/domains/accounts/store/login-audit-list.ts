import { Injectable } from '@nestjs/common';

import { Database, toColumn } from '@desk/platform/database';
import {
  beginningPattern,
  Filter,
  likePattern,
  Listing,
  ListPage,
  Slice,
  SortColumn,
} from '@desk/platform/http';

import { emailKey } from '../model/folding';
import { LoginStatus } from '../model/login-audit-log';

export interface LoginAuditFilters {
  status?: readonly LoginStatus[];
  user?: string;
  /** Part of the address that was tried. */
  email?: string;
  /** The beginning of the IP. */
  ip?: string;
  /** Part of an address, or the beginning of an IP. */
  search?: string;
  from?: Date;
  /** Not included. */
  until?: Date;
}

export const LOGIN_AUDIT_SORTS = {
  timestamp: 'timestamp',
  email_attempted: 'email_key',
  status: 'status',
  ip_address: 'ip_address',
} as const satisfies Record<string, SortColumn>;
export type LoginAuditSort = keyof typeof LOGIN_AUDIT_SORTS;

export interface LoginAuditRow {
  id: number;
  user_id: string | null;
  email_attempted: string;
  status: LoginStatus;
  ip_address: string;
  user_agent: string;
  timestamp: string;
}

@Injectable()
export class LoginAuditList {
  private readonly listing: Listing;

  constructor(database: Database) {
    this.listing = new Listing(database);
  }

  page(
    filters: LoginAuditFilters,
    sort: LoginAuditSort,
    descending: boolean,
    page: ListPage,
  ): Promise<Slice<LoginAuditRow>> {
    return this.listing.page<LoginAuditRow>({ ...listOf(filters, sort, descending), ...page });
  }

  walk(
    filters: LoginAuditFilters,
    sort: LoginAuditSort,
    descending: boolean,
  ): AsyncGenerator<LoginAuditRow[]> {
    return this.listing.walk<LoginAuditRow>(listOf(filters, sort, descending));
  }
}

function listOf(filters: LoginAuditFilters, sort: LoginAuditSort, descending: boolean) {
  const { where, parameters } = conditionsOf(filters);
  return {
    columns: 'id, user_id, email_attempted, status, ip_address, user_agent, timestamp',
    from: 'jrd_login_audit',
    where,
    parameters,
    key: 'id',
    sort: LOGIN_AUDIT_SORTS[sort],
    descending,
  };
}

function conditionsOf({ status, user, email, ip, from, until, search }: LoginAuditFilters): Filter {
  const filter = new Filter().anyOf('status', status).is('user_id', user);
  if (email !== undefined) filter.add("email_key LIKE ? ESCAPE '!'", likePattern(emailKey(email)));
  if (ip !== undefined) filter.add("ip_address LIKE ? ESCAPE '!'", beginningPattern(ip));
  if (from !== undefined) filter.add('timestamp >= ?', toColumn(from));
  if (until !== undefined) filter.add('timestamp < ?', toColumn(until));
  const text = emailKey(search ?? '');
  if (text === '') return filter;
  return filter.add(
    "(email_key LIKE ? ESCAPE '!' OR ip_address LIKE ? ESCAPE '!')",
    likePattern(text),
    beginningPattern(text),
  );
}
