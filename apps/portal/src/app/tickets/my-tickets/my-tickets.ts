import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { EmptyState, LoadFrame, PageHeader, Pager, TimeAgo } from '@desk/web/ui';
import { TranslocoPipe } from '@jsverse/transloco';
import { StateChip } from '../shared/state-chip';
import { MyTicketsStore } from './my-tickets-store';

const PAGE_SIZE = 25;

/** Where a customer starts: everything they asked, the latest news first. */
@Component({
  selector: 'desk-my-tickets',
  imports: [
    EmptyState,
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
}
