import { Injectable } from '@nestjs/common';

import {
  type ListPage,
  type RequestLogFilters,
  RequestLogList,
  type RequestLogRow,
  type RequestLogSort,
  type Slice,
} from '@desk/platform/http';

import { type PersonBrief } from '../model/person-brief';
import { PeopleQueries } from './people-queries';

export type RequestLogLine = RequestLogRow & { person: PersonBrief | null };

/** The platform's log of writing requests, with the people whose requests they were. */
@Injectable()
export class RequestLogQueries {
  constructor(
    private readonly requests: RequestLogList,
    private readonly people: PeopleQueries,
  ) {}

  async list(
    filters: RequestLogFilters,
    sort: RequestLogSort,
    descending: boolean,
    page: ListPage,
  ): Promise<Slice<RequestLogLine>> {
    const found = await this.requests.page(filters, sort, descending, page);
    const people = await this.people.briefs(found.rows.flatMap((row) => row.person_id ?? []));
    const rows = found.rows.map((row) => ({ ...row, person: people.get(row.person_id ?? '') ?? null }));
    return { ...found, rows };
  }
}
