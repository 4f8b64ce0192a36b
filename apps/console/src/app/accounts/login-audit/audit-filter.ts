import { type ParamMap, type Params } from '@angular/router';
import { type ListLoginAudit$Params } from '@desk/web/api-client';
import { PAGE_SIZE, knownOf, pageOfAddress } from '@desk/web/core';

export const ATTEMPTS = ['success', 'failed', 'locked'] as const;
export type Attempt = (typeof ATTEMPTS)[number];

export const AUDIT_COLUMNS = ['timestamp', 'status', 'email_attempted', 'ip_address'] as const;
export type AuditColumn = (typeof AUDIT_COLUMNS)[number];
export type AuditSort = AuditColumn | `-${AuditColumn}`;

const SORTS: readonly AuditSort[] = AUDIT_COLUMNS.flatMap((column): AuditSort[] => [column, `-${column}`]);
const FIRST_SORT: AuditSort = '-timestamp';
const TIME_SORTS: readonly AuditSort[] = ['timestamp', '-timestamp'];
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Which attempts to sign in are shown. */
export interface AuditFilter {
  status: Attempt[];
  search: string;
  /** The first and the last day, both included; empty: no end. */
  from: string;
  to: string;
  sort: AuditSort;
  page: number;
}

export const ALL_ATTEMPTS: Partial<AuditFilter> = { status: [], search: '', from: '', to: '' };

export function readFilter(address: ParamMap): AuditFilter {
  return {
    status: knownOf(ATTEMPTS, address.get('status')),
    search: address.get('search') ?? '',
    from: dayOf(address.get('from')),
    to: dayOf(address.get('to')),
    sort: knownOf(SORTS, address.get('sort'))[0] ?? FIRST_SORT,
    page: pageOfAddress(address),
  };
}

export function writeFilter(filter: AuditFilter): Params {
  return {
    status: filter.status.join(',') || null,
    search: filter.search || null,
    from: filter.from || null,
    to: filter.to || null,
    sort: filter.sort === FIRST_SORT ? null : filter.sort,
    page: filter.page === 1 ? null : filter.page,
  };
}

export function toQuery(filter: AuditFilter): ListLoginAudit$Params {
  return { page: filter.page, page_size: PAGE_SIZE, ordering: filter.sort, ...toConditions(filter) };
}

/** On no page: all that the filter leaves. A file is ordered by time alone, whatever the list is sorted by. */
export function toFileQuery(filter: AuditFilter) {
  const ordering = TIME_SORTS.find((sort) => sort === filter.sort);
  return { ...(ordering ? { ordering } : {}), ...toConditions(filter), export: 'csv' as const };
}

function toConditions(filter: AuditFilter) {
  return {
    ...(filter.status.length ? { status: filter.status } : {}),
    ...(filter.search ? { search: filter.search } : {}),
    ...(filter.from ? { date_from: midnight(filter.from, 0) } : {}),
    ...(filter.to ? { date_to: midnight(filter.to, 1) } : {}),
  };
}

export function isFiltered({ status, search, from, to }: AuditFilter): boolean {
  return status.length > 0 || [search, from, to].some(Boolean);
}

/** Days are those of whoever looks, not those of Greenwich. */
function midnight(day: string, daysLater: number): string {
  const instant = new Date(`${day}T00:00`);
  instant.setDate(instant.getDate() + daysLater);
  return instant.toISOString();
}

function dayOf(text: string | null): string {
  return text !== null && DAY.test(text) && !Number.isNaN(Date.parse(text)) ? text : '';
}
