import { Injectable } from '@nestjs/common';

import { TicketQueries } from '@desk/domains/tickets';
import { ListPage, Slice } from '@desk/platform/http';

import { BreachFilters, BreachList, BreachRow, BreachSort } from '../store/breach-list';
import { Policies } from '../store/policies';

export interface ListedBreach {
  row: BreachRow;
  ticket: { id: number; ticket_id: string; title: string } | null;
  policy: { id: number; name: string } | null;
}

@Injectable()
export class BreachQueries {
  constructor(
    private readonly list: BreachList,
    private readonly policies: Policies,
    private readonly tickets: TicketQueries,
  ) {}

  async page(
    filters: BreachFilters,
    sort: BreachSort,
    descending: boolean,
    page: ListPage,
  ): Promise<Slice<ListedBreach>> {
    const { rows, ...counts } = await this.list.page(filters, sort, descending, page);
    const tickets = await this.tickets.refs([...new Set(rows.map((row) => row.ticket_id))]);
    const names = await this.policies.namesOf([...new Set(rows.flatMap((row) => row.policy_id ?? []))]);
    const policyOf = (id: number | null) => {
      const name = id === null ? undefined : names.get(id);
      return id === null || name === undefined ? null : { id, name };
    };
    return {
      ...counts,
      rows: rows.map((row) => ({
        row,
        ticket: tickets.get(row.ticket_id) ?? null,
        policy: policyOf(row.policy_id),
      })),
    };
  }
}
