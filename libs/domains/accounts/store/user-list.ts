import { Injectable } from '@nestjs/common';

import { Role } from '@desk/contracts';
import { Database } from '@desk/platform/database';
import { likePattern, Listing, ListPage, Slice, SortColumn } from '@desk/platform/http';

import { searchKey } from '../model/folding';

export interface UserFilters {
  role?: readonly Role[];
  is_active?: boolean;
  department?: string;
  is_invited?: boolean;
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
  date_joined: string;
  last_login: string | null;
  email_verified_at: string | null;
  invited_at: string | null;
  updated_at: string;
}

const COLUMNS = `id, email, first_name, last_name, phone, address, avatar, role, department, job_title, is_active,
  is_staff, is_online, is_profile_completed, timezone_pref, email_notifications, dark_mode, date_joined, last_login,
  updated_at, email_verified_at, invited_at`;

export interface UserCount {
  role: Role;
  is_active: number;
  count: number;
}

@Injectable()
export class UserList {
  private readonly listing: Listing;

  constructor(private readonly database: Database) {
    this.listing = new Listing(database);
  }

  page(filters: UserFilters, sort: UserSort, descending: boolean, page: ListPage): Promise<Slice<UserRow>> {
    return this.listing.page<UserRow>({
      columns: COLUMNS,
      from: 'jrd_users',
      ...conditionsOf(filters),
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
      'SELECT role, is_active, COUNT(*) AS count FROM jrd_users GROUP BY role, is_active',
    );
  }
}

function conditionsOf(filters: UserFilters): { where: string[]; parameters: unknown[] } {
  const where: string[] = [];
  const parameters: unknown[] = [];
  const add = (condition: string, ...values: unknown[]) => {
    where.push(condition);
    parameters.push(...values);
  };
  if (filters.onlyId !== undefined) add('id = ?', filters.onlyId);
  if (filters.role !== undefined) add(`role IN (${filters.role.map(() => '?').join(', ')})`, ...filters.role);
  if (filters.is_active !== undefined) add('is_active = ?', filters.is_active ? 1 : 0);
  if (filters.is_invited !== undefined) add(`invited_at IS ${filters.is_invited ? 'NOT ' : ''}NULL`);
  if (filters.department !== undefined) add('department = ?', filters.department);
  for (const word of searchKey(filters.search ?? '')
    .split(' ')
    .filter(Boolean)) {
    add("(name_key LIKE ? ESCAPE '!' OR email_key LIKE ? ESCAPE '!')", likePattern(word), likePattern(word));
  }
  return { where, parameters };
}
