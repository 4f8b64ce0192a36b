import { Injectable, computed, effect, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { Api, listTickets } from '@desk/web/api-client';
import { Realtime, Session, loadable } from '@desk/web/core';
import { LastList } from '../last-list';
import { PAGE_SIZE, type TicketFilter, readFilter, toQuery, writeFilter } from './ticket-filter';

@Injectable()
export class TicketListStore {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly session = inject(Session);
  private readonly realtime = inject(Realtime);
  private readonly address = toSignal(this.route.queryParamMap, {
    initialValue: this.route.snapshot.queryParamMap,
  });

  readonly filter = computed(() => readFilter(this.address()));
  readonly isFiltered = computed(() => {
    const { status, priority, assigned, search } = this.filter();
    return status.length > 0 || priority.length > 0 || assigned !== 'all' || search !== '';
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
      const last = Math.max(1, Math.ceil(found.count / PAGE_SIZE));
      // The only ticket of the last page is gone, or the address is an old one. Another page is another load.
      if (found.results.length === 0 && this.filter().page > last) await this.show({ page: last }, true);
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

  /** Anything but another page begins again at the first one. */
  show(change: Partial<TicketFilter>, replaceUrl = 'search' in change): Promise<boolean> {
    const queryParams = writeFilter({ ...this.filter(), page: 1, ...change });
    return this.router.navigate([], { relativeTo: this.route, queryParams, replaceUrl });
  }

  showAll(): void {
    void this.show({ status: [], priority: [], assigned: 'all', search: '' });
  }
}
