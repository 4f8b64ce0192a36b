import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { EmptyState, ListPlace, ListToolbar, LoadFrame, PageHeader, Pager, TimeAgo } from '@desk/web/ui';
import { TranslocoPipe } from '@jsverse/transloco';
import { StateChip } from '../shared/state-chip';
import { CHOICES, PAGE_SIZE, choiceOf, writeFilter } from './my-tickets-filter';
import { MyTicketsStore } from './my-tickets-store';

/** Where a customer starts: everything they asked, the latest news first. */
@Component({
  selector: 'desk-my-tickets',
  imports: [
    EmptyState,
    ListPlace,
    ListToolbar,
    LoadFrame,
    MatButton,
    MatIcon,
    PageHeader,
    Pager,
    RouterLink,
    StateChip,
    TimeAgo,
    TranslocoPipe,
  ],
  providers: [MyTicketsStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'desk-page' },
  templateUrl: './my-tickets.html',
  styleUrl: './my-tickets.scss',
})
export class MyTickets {
  protected readonly store = inject(MyTicketsStore);
  protected readonly pageSize = PAGE_SIZE;
  private readonly count = computed(() => this.store.tickets.value()?.count);
  /** Somebody who never asked has nothing to look through, and one way to begin. */
  protected readonly isNew = computed(() => this.count() === 0 && !this.store.isFiltered());
  protected readonly hasAsked = computed(() => this.store.isFiltered() || !!this.count());
  protected readonly choices = computed(() => {
    const filter = this.store.filter();
    const chosen = choiceOf(filter);
    return CHOICES.map(({ name, status }) => ({
      name,
      isChosen: name === chosen,
      address: writeFilter({ ...filter, status, page: 1 }),
    }));
  });
}
