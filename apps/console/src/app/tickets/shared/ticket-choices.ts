import { Injectable, inject, signal } from '@angular/core';
import { Api, listAgents, listCategories, listTags } from '@desk/web/api-client';
import { allRows, loadable } from '@desk/web/core';

/** What a ticket's fields offer: the same for every ticket. */
@Injectable()
export class TicketChoices {
  private readonly api = inject(Api);
  private readonly wantsTags = signal(false);

  readonly categories = loadable({
    params: () => 'all',
    load: () => allRows((step) => this.api.invoke(listCategories, step)),
  });
  readonly agents = loadable({
    params: () => 'all',
    load: () => allRows((step) => this.api.invoke(listAgents, step)),
  });
  readonly tags = loadable({
    params: () => (this.wantsTags() ? 'all' : undefined),
    load: () => allRows((step) => this.api.invoke(listTags, step)),
  });

  /** Asked for by the first look at them. */
  wantTags(): void {
    this.wantsTags.set(true);
  }
}
