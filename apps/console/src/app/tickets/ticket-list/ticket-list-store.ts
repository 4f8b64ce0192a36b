import { Injectable, computed, effect, inject } from '@angular/core';
import { Api, listTickets } from '@desk/web/api-client';
import { Realtime, Session, addressFilter, loadable } from '@desk/web/core';
import { LastList } from '../last-list';
import { readFilter, toQuery, writeFilter } from './ticket-filter';

@Injectable()
export class TicketListStore {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly realtime = inject(Realtime);
  private readonly address = addressFilter({ read: readFilter, write: writeFilter });

  readonly filter = this.address.value;
  readonly show = this.address.show;
  readonly isFiltered = computed(() => {
    const { status, priority, assigned, customer, search } = this.filter();
    return [...status, ...priority, customer, search].some(Boolean) || assigned !== 'all';
  });
  readonly tickets = loadable({
    params: () => {
      const me = this.session.user();
      return me
        ? { query: toQuery(this.filter(), me.id), connection: this.realtime.connections() }
        : undefined;
    },
    load: async ({ query }) => {
      const found = await this.api.invoke(listTickets, query);
      await this.address.stayWithin(found);
      return found;
    },
    keepLatest: true,
  });

  constructor() {
    const last = inject(LastList);
    effect(() => last.queryParams.set(writeFilter(this.filter())));
    this.realtime.on('ticket:changed', () => this.tickets.reload());
    this.realtime.on('notification', () => this.tickets.reload());
    // The server tells of changes only to those who said what they show.
    effect(() => {
      const shown = this.tickets.value()?.results.map(({ id }) => id) ?? [];
      this.realtime.connections();
      if (shown.length) void this.realtime.emit('tickets:watch', { ticket_ids: shown });
    });
  }

  showAll(): void {
    void this.show({ status: [], priority: [], assigned: 'all', customer: '', search: '' });
  }
}
