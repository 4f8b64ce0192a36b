import { Injectable } from '@nestjs/common';

import { Role } from '@desk/contracts';
import { Database } from '@desk/platform/database';
import { Filter, likePattern, Listing, ListPage, Slice, SortColumn } from '@desk/platform/http';

import { emailKey, searchKey } from '../model/folding';

export interface UserFilters {
  role?: readonly Role[];
  is_active?: boolean;
  is_online?: boolean;
  /** Part of the address. */
  email?: string;
  department?: string;
  is_invited?: boolean;
  job_title?: string;
  search?: string;
  /** Set for those who may see one person only. */
  onlyId?: string;
}

export const USER_SORTS = {
  name: 'name_key',
  email: 'email_key',
  role: 'role',
  department: 'department',
  job_title: 'job_title',
  is_active: 'is_active',
  is_online: 'is_online',
  date_joined: 'date_joined',
  last_login: "COALESCE(last_login, '')",
  updated_at: 'updated_at',
  invited_at: "COALESCE(invited_at, '')",
} as const satisfies Record<string, SortColumn>;
export type UserSort = keyof typeof USER_SORTS;

export interface UserRow {
  id: string;
  email: string;
  first_name: string;
  last_name: string;
  phone: string;
  address: string;
  avatar: string | null;
  role: Role;
  department: string;
  job_title: string;
  is_active: number;
  is_staff: number;
  is_online: number;
  is_profile_completed: number;
  timezone_pref: string;
  email_notifications: number;
  dark_mode: number;
  keyboard_shortcuts: number;
  date_joined: string;
  last_login: string | null;
  email_verified_at: string | null;
  invited_at: string | null;
  updated_at: string;
}

const COLUMNS = `id, email, first_name, last_name, phone, address, avatar, role, department, job_title, is_active,
  is_staff, is_online, is_profile_completed, timezone_pref, email_notifications, dark_mode, keyboard_shortcuts,
  date_joined, last_login, updated_at, email_verified_at, invited_at`;

export interface UserCount {
  role: Role;
  is_active: number;
  is_online: number;
  count: number;
}

@Injectable()
export class UserList {
  private readonly listing: Listing;

  constructor(private readonly database: Database) {
    this.listing = new Listing(database);
  }

  page(filters: UserFilters, sort: UserSort, descending: boolean, page: ListPage): Promise<Slice<UserRow>> {
    const { where, parameters } = conditionsOf(filters);
    return this.listing.page<UserRow>({
      columns: COLUMNS,
      from: 'jrd_users',
      where,
      parameters,
      key: 'id',
      sort: USER_SORTS[sort],
      descending,
      ...page,
    });
  }

  async row(id: string): Promise<UserRow | null> {
    const [row] = await this.database.rows<UserRow>(`SELECT ${COLUMNS} FROM jrd_users WHERE id = ?`, [id]);
    return row ?? null;
  }

  counts(): Promise<UserCount[]> {
    return this.database.rows<UserCount>(
      'SELECT role, is_active, is_online, COUNT(*) AS count FROM jrd_users GROUP BY role, is_active, is_online',
    );
  }
}

function conditionsOf(filters: UserFilters): Filter {
  const {
    onlyId,
    role,
    is_active,
    is_online,
    is_invited,
    email,
    department,
    job_title,
    search = '',
  } = filters;
  const filter = new Filter()
    .is('id', onlyId)
    .anyOf('role', role)
    .is('is_active', flag(is_active))
    .is('is_online', flag(is_online))
    .is('department', department)
    .is('job_title', job_title);
  if (is_invited !== undefined) filter.add(`invited_at IS ${is_invited ? 'NOT ' : ''}NULL`);
  if (email !== undefined) filter.add("email_key LIKE ? ESCAPE '!'", likePattern(emailKey(email)));
  for (const word of searchKey(search).split(' ').filter(Boolean)) {
    const pattern = likePattern(word);
    filter.add("(name_key LIKE ? ESCAPE '!' OR email_key LIKE ? ESCAPE '!')", pattern, pattern);
  }
  return filter;
}

function flag(value: boolean | undefined): number | undefined {
  return value === undefined ? undefined : Number(value);
}
