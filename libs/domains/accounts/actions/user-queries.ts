import { Injectable } from '@nestjs/common';

import { Role, ROLES, STAFF_ROLES } from '@desk/contracts';
import { notFound } from '@desk/platform/errors';
import { ListPage, Slice } from '@desk/platform/http';
import { Actor } from '@desk/platform/security';

import { maySee, visibleTo } from '../model/user-access';
import { UserFilters, UserList, UserRow, UserSort } from '../store/user-list';

export interface UserStats {
  total: number;
  active: number;
  inactive: number;
  staff: number;
  online: number;
  by_role: Record<Role, number>;
}

@Injectable()
export class UserQueries {
  constructor(private readonly users: UserList) {}

  list(
    actor: Actor,
    filters: Omit<UserFilters, 'onlyId'>,
    sort: UserSort,
    descending: boolean,
    page: ListPage,
  ): Promise<Slice<UserRow>> {
    const visible = visibleTo(actor);
    return this.users.page({ ...filters, ...(visible === 'all' ? {} : visible) }, sort, descending, page);
  }

  /** Active staff, by name: whom a ticket may be assigned to. */
  agents(search: string | undefined, page: ListPage): Promise<Slice<UserRow>> {
    return this.users.page({ role: STAFF_ROLES, is_active: true, search }, 'name', false, page);
  }

  async get(actor: Actor, id: string): Promise<UserRow> {
    if (!maySee(actor, id)) throw notFound('user');
    return this.own(id);
  }

  /** For those who are this person. */
  async own(id: string): Promise<UserRow> {
    const row = await this.users.row(id);
    if (row === null) throw notFound('user');
    return row;
  }

  async stats(): Promise<UserStats> {
    const counts = await this.users.counts();
    const sum = (rows: typeof counts) => rows.reduce((total, row) => total + row.count, 0);
    const online = sum(counts.filter((row) => row.is_online === 1));
    const active = sum(counts.filter((row) => row.is_active === 1));
    const of = (role: Role) => sum(counts.filter((row) => row.role === role));
    const byRole = Object.fromEntries(ROLES.map((role) => [role, of(role)])) as Record<Role, number>;
    const total = sum(counts);
    const staff = total - byRole.customer;
    return { total, active, inactive: total - active, staff, online, by_role: byRole };
  }
}
