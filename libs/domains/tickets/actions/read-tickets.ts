import { Injectable } from '@nestjs/common';

import { PeopleQueries, type PersonBrief } from '@desk/domains/accounts';
import type { Slice } from '@desk/platform/http';
import { type Actor } from '@desk/platform/security';

import { ticketNotFound } from '../model/errors';
import { type CategoryBrief, LabelReads, type TagBrief } from '../store/label-reads';
import { TicketDetails } from '../store/ticket-details';
import { TicketList, type TicketListQuery } from '../store/ticket-list';
import { type TicketDetailRow, type TicketRow } from '../store/ticket-row';

/** Rows of others that tickets are shown with, looked up in batches. */
export interface Surroundings {
  people: Map<string, PersonBrief>;
  categories: Map<number, CategoryBrief>;
  tags: Map<number, TagBrief[]>;
}

/** What screens read of tickets. Everything here asks the one visibility function in its first query. */
@Injectable()
export class ReadTickets {
  constructor(
    private readonly people: PeopleQueries,
    private readonly list: TicketList,
    private readonly details: TicketDetails,
    private readonly labels: LabelReads,
  ) {}

  async page(
    actor: Actor,
    query: TicketListQuery,
  ): Promise<{ slice: Slice<TicketRow>; around: Surroundings }> {
    const slice = await this.list.slice(actor, query);
    return { slice, around: await this.around(slice.rows) };
  }

  async one(actor: Actor, key: string | number): Promise<{ row: TicketDetailRow; around: Surroundings }> {
    const row = await this.details.ticket(actor, key);
    if (row === null) throw ticketNotFound();
    return { row, around: await this.around([row], [row.created_by_id]) };
  }

  stats(actor: Actor): ReturnType<TicketList['byStatus']> {
    return this.list.byStatus(actor);
  }

  private async around(
    tickets: readonly TicketRow[],
    others: readonly (string | null)[] = [],
  ): Promise<Surroundings> {
    const [people, categories, tags] = await Promise.all([
      this.people.briefs(
        known([...tickets.flatMap((ticket) => [ticket.customer_id, ticket.assigned_agent_id]), ...others]),
      ),
      this.labels.categoriesById(known(tickets.map((ticket) => ticket.category_id))),
      this.labels.tagsByTicket(tickets.map((ticket) => ticket.id)),
    ]);
    return { people, categories, tags };
  }
}

function known<T>(values: readonly (T | null)[]): T[] {
  return [...new Set(values.filter((value) => value !== null))];
}
