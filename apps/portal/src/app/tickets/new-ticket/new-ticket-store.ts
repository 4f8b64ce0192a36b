import { Injectable, inject } from '@angular/core';
import {
  Api,
  type CreateTicketBody,
  type TicketDetailView,
  createTicket,
  listCategories,
} from '@desk/web/api-client';
import { SendOnce, allRows, loadable } from '@desk/web/core';

@Injectable()
export class NewTicketStore {
  private readonly api = inject(Api);
  private readonly once = inject(SendOnce);

  readonly categories = loadable({
    params: () => 'all',
    load: () => allRows((step) => this.api.invoke(listCategories, step)),
  });

  create(draft: string, ticket: CreateTicketBody): Promise<TicketDetailView> {
    return this.once.post(draft, ticket, {}, (body, context) =>
      this.api.invoke(createTicket, { body }, context),
    );
  }
}
