import { Injectable, inject } from '@angular/core';
import { Api, listAgents, listCategories } from '@desk/web/api-client';
import { loadable } from '@desk/web/core';

const MOST_AGENTS = 100;

/** What a ticket's selects offer: the same for every ticket. */
@Injectable()
export class TicketChoices {
  private readonly api = inject(Api);

  readonly categories = loadable({ params: () => 'all', load: () => this.api.invoke(listCategories) });
  readonly agents = loadable({
    params: () => 'all',
    load: async () => (await this.api.invoke(listAgents, { page_size: MOST_AGENTS })).results,
  });
}
