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
    const people = await this.people.briefs(found.rows.flatMap((row) => row.user_id ?? []));
    const rows = found.rows.map((row) => ({ ...row, user: people.get(row.user_id ?? '') ?? null }));
    return { ...found, rows };
  }
}
