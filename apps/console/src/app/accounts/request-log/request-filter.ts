import { type ParamMap, type Params } from '@angular/router';
import { type ListRequestLog$Params } from '@desk/web/api-client';
import { PAGE_SIZE, knownOf, pageOfAddress } from '@desk/web/core';

export const METHODS = ['POST', 'PUT', 'PATCH', 'DELETE'] as const;
export type Method = (typeof METHODS)[number];

/** Classes of answers: done, refused, failed. */
export const ANSWERS = ['2xx', '4xx', '5xx'] as const;
export type AnswerClass = (typeof ANSWERS)[number];

export const REQUEST_COLUMNS = ['timestamp', 'method', 'path', 'status', 'ip_address'] as const;
export type RequestColumn = (typeof REQUEST_COLUMNS)[number];
export type RequestSort = RequestColumn | `-${RequestColumn}`;

const SORTS: readonly RequestSort[] = REQUEST_COLUMNS.flatMap((column): RequestSort[] => [
  column,
  `-${column}`,
]);
const FIRST_SORT: RequestSort = '-timestamp';

/** Which writing requests are shown. */
export interface RequestFilter {
  method: Method[];
  /** Empty: any. */
  status: AnswerClass | '';
  search: string;
  sort: RequestSort;
  page: number;
}

export const ALL_REQUESTS: Partial<RequestFilter> = { method: [], status: '', search: '' };

export function readFilter(address: ParamMap): RequestFilter {
  return {
    method: knownOf(METHODS, address.get('method')),
    status: knownOf(ANSWERS, address.get('status'))[0] ?? '',
    search: address.get('search') ?? '',
    sort: knownOf(SORTS, address.get('sort'))[0] ?? FIRST_SORT,
    page: pageOfAddress(address),
  };
}

export function writeFilter(filter: RequestFilter): Params {
  return {
    method: filter.method.join(',') || null,
    status: filter.status || null,
    search: filter.search || null,
    sort: filter.sort === FIRST_SORT ? null : filter.sort,
    page: filter.page === 1 ? null : filter.page,
  };
}

export function toQuery(filter: RequestFilter): ListRequestLog$Params {
  return {
    page: filter.page,
    page_size: PAGE_SIZE,
    ordering: filter.sort,
    ...(filter.method.length ? { method: filter.method } : {}),
    ...(filter.status ? { status: filter.status } : {}),
    ...(filter.search ? { search: filter.search } : {}),
  };
}

export function isFiltered({ method, status, search }: RequestFilter): boolean {
  return method.length > 0 || status !== '' || search !== '';
}
