import { Injectable, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { Api, listTickets } from '@desk/web/api-client';
import { Realtime, keepFresh, loadable, watchEach } from '@desk/web/core';
import { type MyTicketsFilter, readFilter, toQuery, writeFilter } from './my-tickets-filter';

@Injectable()
export class MyTicketsStore {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly realtime = inject(Realtime);
  private readonly address = toSignal(this.route.queryParamMap, {
    initialValue: this.route.snapshot.queryParamMap,
  });

  readonly filter = computed(() => readFilter(this.address()));
  readonly isFiltered = computed(() => this.filter().status.length > 0 || this.filter().search !== '');
  readonly tickets = loadable({
    params: () => ({ query: toQuery(this.filter()), connection: this.realtime.connections() }),
    load: ({ query }) => this.api.invoke(listTickets, query),
    keepLatest: true,
  });

  constructor() {
    const reload = () => this.tickets.reload();
    this.realtime.on('notification', reload);
    this.realtime.on('ticket:changed', reload);
    watchEach(
      computed(() => this.tickets.value()?.results ?? []),
      reload,
    );
    keepFresh(reload);
  }

  /** Anything but another page begins again at the first one; a search in progress is one step back, not ten. */
  show(change: Partial<MyTicketsFilter>): void {
    const queryParams = writeFilter({ ...this.filter(), page: 1, ...change });
    void this.router.navigate([], { relativeTo: this.route, queryParams, replaceUrl: 'search' in change });
  }
}
