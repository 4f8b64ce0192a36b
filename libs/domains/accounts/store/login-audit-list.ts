import { Injectable } from '@nestjs/common';

import { Database, toColumn } from '@desk/platform/database';
import { likePattern, Listing, ListPage, Slice, SortColumn } from '@desk/platform/http';

import { emailKey } from '../model/folding';
import { LoginStatus } from '../model/login-audit-log';

export interface LoginAuditFilters {
  status?: readonly LoginStatus[];
  user?: string;
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
    return this.listing.page<LoginAuditRow>({
      columns: 'id, user_id, email_attempted, status, ip_address, user_agent, timestamp',
      from: 'jrd_login_audit',
      ...conditionsOf(filters),
      key: 'id',
      sort: LOGIN_AUDIT_SORTS[sort],
      descending,
      ...page,
    });
  }
}

function conditionsOf(filters: LoginAuditFilters): { where: string[]; parameters: unknown[] } {
  const where: string[] = [];
  const parameters: unknown[] = [];
  const add = (condition: string, ...values: unknown[]) => {
    where.push(condition);
    parameters.push(...values);
  };
  if (filters.status !== undefined)
    add(`status IN (${filters.status.map(() => '?').join(', ')})`, ...filters.status);
  if (filters.user !== undefined) add('user_id = ?', filters.user);
  if (filters.from !== undefined) add('timestamp >= ?', toColumn(filters.from));
  if (filters.until !== undefined) add('timestamp < ?', toColumn(filters.until));
  const search = emailKey(filters.search ?? '');
  if (search !== '') {
    add(
      "(email_key LIKE ? ESCAPE '!' OR ip_address LIKE ? ESCAPE '!')",
      likePattern(search),
      likePattern(search).slice(1),
    );
  }
  return { where, parameters };
}
