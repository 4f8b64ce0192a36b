import { type ParamMap, type Params } from '@angular/router';
import { ROLES, type Role } from '@desk/contracts';
import { type ListUsers$Params } from '@desk/web/api-client';
import { PAGE_SIZE, knownOf, pageOfAddress } from '@desk/web/core';

export const STATES = ['all', 'active', 'inactive'] as const;
export type State = (typeof STATES)[number];

export const PEOPLE_COLUMNS = ['name', 'email', 'role', 'department', 'is_active', 'last_login'] as const;
export type PeopleColumn = (typeof PEOPLE_COLUMNS)[number];
export type PeopleSort = PeopleColumn | `-${PeopleColumn}`;

const SORTS: readonly PeopleSort[] = PEOPLE_COLUMNS.flatMap((column): PeopleSort[] => [column, `-${column}`]);
const FIRST_SORT: PeopleSort = 'name';

/** What the list shows. */
export interface PeopleFilter {
  role: Role[];
  state: State;
  /** Empty: any. */
  department: string;
  search: string;
  sort: PeopleSort;
  page: number;
}

export const ALL_PEOPLE: Partial<PeopleFilter> = { role: [], state: 'all', department: '', search: '' };

export function readFilter(address: ParamMap): PeopleFilter {
  return {
    role: knownOf(ROLES, address.get('role')),
    state: knownOf(STATES, address.get('state'))[0] ?? 'all',
    department: address.get('department') ?? '',
    search: address.get('search') ?? '',
    sort: knownOf(SORTS, address.get('sort'))[0] ?? FIRST_SORT,
    page: pageOfAddress(address),
  };
}

export function writeFilter(filter: PeopleFilter): Params {
  return {
    role: filter.role.join(',') || null,
    state: filter.state === 'all' ? null : filter.state,
    department: filter.department || null,
    search: filter.search || null,
    sort: filter.sort === FIRST_SORT ? null : filter.sort,
    page: filter.page === 1 ? null : filter.page,
  };
}

export function toQuery(filter: PeopleFilter): ListUsers$Params {
  return {
    page: filter.page,
    page_size: PAGE_SIZE,
    ordering: filter.sort,
    ...(filter.role.length ? { role: filter.role } : {}),
    ...(filter.state === 'all' ? {} : { is_active: filter.state === 'active' }),
    ...(filter.department ? { department: filter.department } : {}),
    ...(filter.search ? { search: filter.search } : {}),
  };
}

export function isFiltered({ role, state, department, search }: PeopleFilter): boolean {
  return role.length > 0 || state !== 'all' || department !== '' || search !== '';
}
