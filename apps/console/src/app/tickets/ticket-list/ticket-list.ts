import { ChangeDetectionStrategy, Component, computed, inject, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { CommandRegistry, PAGE_SIZE } from '@desk/web/core';
import {
  Avatar,
  EmptyState,
  ListPlace,
  ListToolbar,
  LoadFrame,
  PageHeader,
  Pager,
  PriorityChip,
  SlaChip,
  SortHead,
  StatusChip,
  TimeAgo,
  directionOf,
} from '@desk/web/ui';
import { TranslocoPipe } from '@jsverse/transloco';
import { promiseOf } from '../promise-of';
import { listCommands } from './list-commands';
import { TicketFilters } from './ticket-filters';
import { TicketListStore } from './ticket-list-store';

@Component({
  selector: 'desk-ticket-list',
  imports: [
    Avatar,
    EmptyState,
    ListPlace,
    ListToolbar,
    LoadFrame,
    MatButton,
    MatIcon,
    PageHeader,
    Pager,
    PriorityChip,
    RouterLink,
    SlaChip,
    SortHead,
    StatusChip,
    TicketFilters,
    TimeAgo,
    TranslocoPipe,
  ],
  providers: [TicketListStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'desk-page desk-list-page' },
  templateUrl: './ticket-list.html',
  styleUrl: './ticket-list.scss',
})
export class TicketList {
  protected readonly store = inject(TicketListStore);
  protected readonly pageSize = PAGE_SIZE;
  protected readonly rows = computed(() =>
    (this.store.tickets.value()?.results ?? []).map((ticket) => ({ ticket, promise: promiseOf(ticket) })),
  );
  protected readonly directions = computed(() => {
    const { sort } = this.store.filter();
    return {
      id: directionOf(sort, 'id'),
      priority: directionOf(sort, 'priority'),
      updated_at: directionOf(sort, 'updated_at'),
    };
  });
  private readonly toolbar = viewChild.required(ListToolbar);
  private readonly place = viewChild(ListPlace);

  constructor() {
    inject(CommandRegistry).register(
      listCommands({
        search: () => this.toolbar().focus(),
        step: (by) => this.place()?.step(by),
        show: (assigned) => void this.store.show({ assigned }),
      }),
    );
  }

  /** The button goes away with what it did. */
  protected showAll(): void {
    this.store.showAll();
    this.toolbar().focus();
  }
}
