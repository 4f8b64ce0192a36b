import { Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import { type PresenceState } from '@desk/contracts';
import { Realtime, Session, loadable, watchTicket } from '@desk/web/core';
import { Notices } from '@desk/web/ui';
import { type NewComment, type TicketChange, type TicketDetail } from '../api/ticket-types';
import { TicketsApi } from '../api/tickets-api';
import { toMessages } from './message';

@Injectable()
export class TicketStore {
  private readonly api = inject(TicketsApi);
  private readonly notices = inject(Notices);
  private readonly realtime = inject(Realtime);
  private readonly session = inject(Session);
  private readonly route = inject(ActivatedRoute);
  private readonly address = toSignal(this.route.paramMap, { initialValue: this.route.snapshot.paramMap });
  private readonly key = computed(() => this.address().get('key') ?? undefined);

  readonly ticket = loadable({ params: this.key, load: (key) => this.api.read(key) });
  readonly comments = loadable({ params: this.key, load: (key) => this.api.comments(key) });
  readonly activities = loadable({ params: this.key, load: (key) => this.api.activities(key) });
  readonly attachments = loadable({ params: this.key, load: (key) => this.api.attachments(key) });
  readonly categories = loadable({ params: () => 'all', load: () => this.api.categories() });
  readonly agents = loadable({ params: () => 'all', load: () => this.api.agents() });

  readonly messages = computed(() => {
    const ticket = this.ticket.value();
    return ticket ? toMessages(ticket, this.attachments.value() ?? [], this.comments.value() ?? []) : [];
  });
  readonly presence = signal<PresenceState>('viewing');
  private readonly ticketId = computed(() => this.ticket.value()?.id);
  readonly watch = watchTicket(
    this.ticketId,
    this.presence,
    computed(() => this.session.user()?.id),
  );

  constructor() {
    this.realtime.on('ticket:changed', ({ ticket_id }) => {
      if (ticket_id === this.ticketId()) this.reload();
    });
    // Pushes may have been missed before every connection but the first.
    effect(() => {
      if (this.realtime.connections() > 1) untracked(() => this.reload());
    });
  }

  reload(): void {
    for (const part of [this.ticket, this.comments, this.activities, this.attachments]) part.reload();
  }

  /** Shown at once; what the server refuses is taken back. */
  change(change: TicketChange): Promise<void> {
    const { category: categoryId, ...rest } = change;
    const category = this.categories.value()?.find(({ id }) => id === categoryId) ?? null;
    this.ticket.update((ticket) => ({
      ...ticket,
      ...rest,
      ...(categoryId === undefined ? {} : { category }),
    }));
    return this.act((key) => this.api.change(key, change));
  }

  assign(agent: string | null): Promise<void> {
    return this.act((key) => this.api.assign(key, agent));
  }

  escalate(): Promise<void> {
    return this.act((key) => this.api.escalate(key, ''));
  }

  /** Rejects when the server does not take it: the composer shows why. */
  async addComment(comment: NewComment): Promise<void> {
    const key = this.key();
    if (key === undefined) return;
    const lastSeen = this.comments.value()?.at(-1)?.id;
    await this.api.addComment(key, {
      ...comment,
      ...(lastSeen === undefined ? {} : { last_seen_comment: lastSeen }),
    });
    this.reload();
  }

  private async act(action: (key: string) => Promise<TicketDetail>): Promise<void> {
    const key = this.key();
    if (key === undefined) return;
    try {
      const ticket = await action(key);
      if (key === this.key()) this.ticket.update(() => ticket);
    } catch (thrown) {
      this.notices.failed(thrown);
    } finally {
      this.reload();
    }
  }
}
