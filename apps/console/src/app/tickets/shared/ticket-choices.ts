import { Injectable, inject, signal } from '@angular/core';
import { Api, listAgents, listCategories, listTags } from '@desk/web/api-client';
import { loadable } from '@desk/web/core';

const MOST = 100;

/** What a ticket's fields offer: the same for every ticket. */
@Injectable()
export class TicketChoices {
  private readonly api = inject(Api);
  private readonly wantsTags = signal(false);

  readonly categories = loadable({ params: () => 'all', load: () => this.api.invoke(listCategories) });
  readonly agents = loadable({
    params: () => 'all',
    load: async () => (await this.api.invoke(listAgents, { page_size: MOST })).results,
  });
  readonly tags = loadable({
    params: () => (this.wantsTags() ? 'all' : undefined),
    load: async () => (await this.api.invoke(listTags, { page_size: MOST })).results,
  });

  /** Asked for by the first look at them. */
  wantTags(): void {
    this.wantsTags.set(true);
  }
}
