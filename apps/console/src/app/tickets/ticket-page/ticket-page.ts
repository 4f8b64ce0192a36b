import { ChangeDetectionStrategy, Component, computed, effect, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Router } from '@angular/router';
import { CommandRegistry, PageTitle, WAY_BACK, isolated } from '@desk/web/core';
import { LoadFrame, PageHeader, PriorityChip, SlaChip, StatusChip } from '@desk/web/ui';
import { TranslocoPipe } from '@jsverse/transloco';
import { LastList } from '../last-list';
import { promiseOf } from '../promise-of';
import { ActivityList } from './activity-list';
import { Composer } from './composer';
import { ConversationList } from './conversation-list';
import { TicketProperties } from './ticket-properties';
import { TicketStore } from './ticket-store';

@Component({
  selector: 'desk-ticket-page',
  imports: [
    ActivityList,
    Composer,
    ConversationList,
    LoadFrame,
    MatButton,
    MatIcon,
    PageHeader,
    PriorityChip,
    SlaChip,
    StatusChip,
    TicketProperties,
    TranslocoPipe,
  ],
  providers: [TicketStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'desk-page' },
  templateUrl: './ticket-page.html',
  styleUrl: './ticket-page.scss',
})
export class TicketPage {
  protected readonly store = inject(TicketStore);
  protected readonly ticket = this.store.ticket.value;
  protected readonly promise = computed(() => {
    const ticket = this.ticket();
    return ticket ? promiseOf(ticket) : null;
  });
  protected readonly others = computed(() => {
    const users = this.store.watch.others();
    const replying = users.filter(({ state }) => state === 'replying');
    const named = replying.length ? replying : users;
    const names = named.map(({ name }) => isolated(name)).join(', ');
    return names ? { isReplying: replying.length > 0, names } : null;
  });
  /** On a narrow screen only; a wide one always has the room. */
  protected readonly showsSide = signal(false);

  private readonly router = inject(Router);
  private readonly last = inject(LastList);
  protected readonly back = computed(() =>
    this.router.createUrlTree(['/tickets'], { queryParams: this.last.queryParams() }),
  );

  constructor() {
    inject(CommandRegistry).register([
      {
        id: 'ticket-back',
        label: 'ticket.command.back',
        group: 'ticket.page.title',
        icon: 'arrow_back',
        keys: ['u'],
        run: () => void this.router.navigateByUrl(this.back(), { info: WAY_BACK }),
      },
    ]);
    const title = inject(PageTitle);
    effect(() => {
      const ticket = this.ticket();
      if (ticket) title.show(`${ticket.ticket_id} ${ticket.title}`);
    });
  }
}
