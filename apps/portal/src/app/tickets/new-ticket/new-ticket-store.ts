import { Injectable, inject } from '@angular/core';
import {
  Api,
  type CreateTicketBody,
  type TicketDetailView,
  createTicket,
  listCategories,
} from '@desk/web/api-client';
import { loadable } from '@desk/web/core';

@Injectable()
export class NewTicketStore {
  private readonly api = inject(Api);

  readonly categories = loadable({ params: () => 'all', load: () => this.api.invoke(listCategories) });

  create(body: CreateTicketBody): Promise<TicketDetailView> {
    return this.api.invoke(createTicket, { body });
  }
}
