import { Injectable, effect, inject, signal } from '@angular/core';
import { Realtime, loadable } from '@desk/web/core';
import { TicketsApi } from '../shared/tickets-api';

@Injectable()
export class MyTicketsStore {
  private readonly api = inject(TicketsApi);
  private readonly realtime = inject(Realtime);

  readonly page = signal(1);
  readonly tickets = loadable({
    params: () => ({ page: this.page(), connection: this.realtime.connections() }),
    load: ({ page }) => this.api.list(page),
    keepLatest: true,
  });

  constructor() {
    this.realtime.on('ticket:changed', () => this.tickets.reload());
    this.realtime.on('notification', () => this.tickets.reload());
    effect(() => {
      const ticket_ids = this.tickets.value()?.results.map((ticket) => ticket.id) ?? [];
      if (this.realtime.isConnected()) void this.realtime.emit('tickets:watch', { ticket_ids });
    });
  }
}
