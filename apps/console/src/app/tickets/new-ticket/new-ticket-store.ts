import { Injectable, inject } from '@angular/core';
import { Api, type CreateTicketBody, type TicketDetailView, createTicket } from '@desk/web/api-client';
import { SendOnce } from '@desk/web/core';

@Injectable()
export class NewTicketStore {
  private readonly api = inject(Api);
  private readonly once = inject(SendOnce);

  create(draft: string, ticket: CreateTicketBody): Promise<TicketDetailView> {
    return this.once.post(draft, ticket, {}, (body, context) =>
      this.api.invoke(createTicket, { body }, context),
    );
  }
}
