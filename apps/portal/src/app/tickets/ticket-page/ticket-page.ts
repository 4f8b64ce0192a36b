import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { PageTitle, isolated, openerOf } from '@desk/web/core';
import { Busy, Confirm, LoadFrame, Notices, OpensAtEnd, PageHeader, Skeleton, TimeAgo } from '@desk/web/ui';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { StateChip } from '../shared/state-chip';
import { MessageCard } from './message-card';
import { QUESTION } from './message';
import { RatingCard } from './rating-card';
import { ReplyForm } from './reply-form';
import { TicketStore } from './ticket-store';

@Component({
  selector: 'desk-ticket-page',
  imports: [
    Busy,
    LoadFrame,
    MatButton,
    MessageCard,
    OpensAtEnd,
    PageHeader,
    RatingCard,
    ReplyForm,
    RouterLink,
    Skeleton,
    StateChip,
    TimeAgo,
    TranslocoPipe,
  ],
  providers: [TicketStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'desk-page' },
  templateUrl: './ticket-page.html',
  styleUrl: './ticket-page.scss',
})
export class TicketPage {
  private readonly confirm = inject(Confirm);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);

  /** Part of the address: `JRD-7K3XQM`. */
  readonly key = input.required<string>();

  protected readonly store = inject(TicketStore);
  protected readonly isBusy = signal(false);
  protected readonly isGoingBack = signal(false);
  protected readonly isSolved = computed(() =>
    ['resolved', 'closed'].includes(this.store.ticket()?.status ?? 'open'),
  );
  /** What comes next: where neither side waits for the other, whoever spoke last decides. */
  protected readonly next = computed(() => {
    const status = this.store.ticket()?.status ?? 'open';
    const [last] = this.store
      .messages()
      .filter(({ isSystem }) => !isSystem)
      .slice(-1);
    const isAnswered = last !== undefined && last.id !== QUESTION && last.person?.role !== 'customer';
    return isAnswered && (status === 'open' || status === 'in_progress') ? 'answered' : status;
  });
  /** Where support staff wrote the request down: who, for whom, after what. */
  protected readonly opened = computed(() => {
    const ticket = this.store.ticket();
    const opener = ticket ? openerOf(ticket) : null;
    if (!ticket || !opener) return null;
    const name = isolated(opener.name);
    if (!this.store.isMine())
      return { key: 'forOther', name, customer: isolated(ticket.customer?.name ?? '') };
    return { key: ticket.source === 'api' ? 'web' : ticket.source, name };
  });
  protected readonly rating = viewChild(RatingCard);
  private readonly header = viewChild.required(PageHeader);

  constructor() {
    const title = inject(PageTitle);
    effect(() => this.store.key.set(this.key()));
    effect(() => {
      const ticket = this.store.ticket();
      if (ticket) title.show(ticket.title);
    });
  }

  /** Asked first: a customer cannot open a closed request again. */
  protected async close(): Promise<void> {
    const isSure = await this.confirm.ask({
      heading: this.transloco.translate('tickets.page.closeHeading'),
      text: this.transloco.translate('tickets.page.closeText'),
      action: this.transloco.translate('tickets.page.close'),
    });
    if (isSure) await this.move('closed', 'tickets.page.closedDone');
  }

  protected reopen(): Promise<void> {
    return this.move('open', 'tickets.page.reopenedDone');
  }

  protected async goBack(): Promise<void> {
    this.isGoingBack.set(true);
    try {
      await this.store.showEarlier();
      if (!this.store.hidden()) this.header().focus();
    } catch (thrown) {
      this.notices.failed(thrown);
    } finally {
      this.isGoingBack.set(false);
    }
  }

  private async move(status: 'open' | 'closed', doneKey: string): Promise<void> {
    if (this.isBusy()) return;
    this.isBusy.set(true);
    try {
      await this.store.setStatus(status);
      this.header().focus();
      this.notices.done(this.transloco.translate(doneKey));
    } catch (thrown) {
      this.notices.failed(thrown);
    } finally {
      this.isBusy.set(false);
    }
  }
}
