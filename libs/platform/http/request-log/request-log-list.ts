import { Injectable } from '@nestjs/common';

import { Database, toColumn } from '@desk/platform/database';

import { beginningPattern, Filter, likePattern, Listing, type ListPage, type SortColumn } from '../listing';
import { type Slice } from '../page';

export interface RequestLogFilters {
  person?: string;
  method?: readonly string[];
  /** Of the answer, both included. */
  status?: { least: number; most: number };
  /** The beginning of the path. */
  path?: string;
  /** The beginning of the address. */
  ip?: string;
  from?: Date;
  /** Not included. */
  until?: Date;
  /** Part of the path, the beginning of the address, or the request's id. */
  search?: string;
}

export const REQUEST_LOG_SORTS = {
  timestamp: 'timestamp',
  method: 'method',
  path: 'path',
  status: 'status',
  ip_address: 'ip_address',
  duration_ms: 'duration_ms',
} as const satisfies Record<string, SortColumn>;
export type RequestLogSort = keyof typeof REQUEST_LOG_SORTS;

export interface RequestLogRow {
  id: number;
  method: string;
  path: string;
  status: number;
  person_id: string | null;
  ip_address: string;
  request_id: string;
  duration_ms: number;
  timestamp: string;
}

@Injectable()
export class RequestLogList {
  private readonly listing: Listing;

  constructor(database: Database) {
    this.listing = new Listing(database);
  }

  page(
    filters: RequestLogFilters,
    sort: RequestLogSort,
    descending: boolean,
    page: ListPage,
  ): Promise<Slice<RequestLogRow>> {
    const { where, parameters } = conditionsOf(filters);
    return this.listing.page<RequestLogRow>({
      columns: 'id, method, path, status, person_id, ip_address, request_id, duration_ms, timestamp',
      from: 'request_log',
      where,
      parameters,
      key: 'id',
      sort: REQUEST_LOG_SORTS[sort],
      descending,
      ...page,
    });
  }
}

function conditionsOf({ person, method, status, path, ip, from, until, search }: RequestLogFilters): Filter {
  const filter = new Filter().is('person_id', person).anyOf('method', method);
  if (status !== undefined) filter.add('status BETWEEN ? AND ?', status.least, status.most);
  if (path !== undefined) filter.add("path LIKE ? ESCAPE '!'", beginningPattern(path));
  if (ip !== undefined) filter.add("ip_address LIKE ? ESCAPE '!'", beginningPattern(ip));
  if (from !== undefined) filter.add('timestamp >= ?', toColumn(from));
  if (until !== undefined) filter.add('timestamp < ?', toColumn(until));
  if (search === undefined || search === '') return filter;
  return filter.add(
    "(path LIKE ? ESCAPE '!' OR ip_address LIKE ? ESCAPE '!' OR request_id = ?)",
    likePattern(search),
    beginningPattern(search),
    search,
  );
}
