import { Injectable } from '@nestjs/common';

import { ListPage, Slice } from '@desk/platform/http';

import { PersonBrief } from '../model/person-brief';
import { LoginAuditFilters, LoginAuditList, LoginAuditRow, LoginAuditSort } from '../store/login-audit-list';
import { PeopleQueries } from './people-queries';

export type LoginAuditEntry = LoginAuditRow & { user: PersonBrief | null };

@Injectable()
export class LoginAuditQueries {
  constructor(
    private readonly audits: LoginAuditList,
    private readonly people: PeopleQueries,
  ) {}

  async list(
    filters: LoginAuditFilters,
    sort: LoginAuditSort,
    descending: boolean,
    page: ListPage,
  ): Promise<Slice<LoginAuditEntry>> {
    const found = await this.audits.page(filters, sort, descending, page);
    return { ...found, rows: await this.withPeople(found.rows) };
  }

  async *walk(
    filters: LoginAuditFilters,
    sort: LoginAuditSort,
    descending: boolean,
  ): AsyncGenerator<LoginAuditEntry[]> {
    for await (const rows of this.audits.walk(filters, sort, descending)) yield this.withPeople(rows);
  }

  private async withPeople(rows: readonly LoginAuditRow[]): Promise<LoginAuditEntry[]> {
    const people = await this.people.briefs(rows.flatMap((row) => row.user_id ?? []));
    return rows.map((row) => ({ ...row, user: people.get(row.user_id ?? '') ?? null }));
  }
}
