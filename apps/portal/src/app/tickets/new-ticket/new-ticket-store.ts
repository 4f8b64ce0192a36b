import { Injectable, inject } from '@angular/core';
import { loadable } from '@desk/web/core';
import { type NewTicketBody, type TicketDetail, TicketsApi } from '../shared/tickets-api';

@Injectable()
export class NewTicketStore {
  private readonly api = inject(TicketsApi);

  readonly categories = loadable({ params: () => 'all', load: () => this.api.categories() });

  create(body: NewTicketBody): Promise<TicketDetail> {
    return this.api.create(body);
  }
}
