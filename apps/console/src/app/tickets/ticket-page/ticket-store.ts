import { Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import { type PresenceState } from '@desk/contracts';
import {
  Api,
  type CommentBody,
  type TicketDetailView,
  type UpdateTicketBody,
  addComment,
  assignTicket,
  escalateTicket,
  getTicket,
  updateTicket,
} from '@desk/web/api-client';
import { type Loadable, Realtime, SendOnce, Session, ifMatch, loadable, watchTicket } from '@desk/web/core';
import { Notices } from '@desk/web/ui';
import { TranslocoService } from '@jsverse/transloco';
import {
  type Conversation,
  readConversation,
  readEarlier,
  readEarlierActivities,
  together,
} from './conversation';
import { collisions, currentOf } from './ticket-conflict';

/** One ticket with all that was said and done, kept live. */
@Injectable()
export class TicketStore {
  private readonly api = inject(Api);
  private readonly once = inject(SendOnce);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  private readonly realtime = inject(Realtime);
  private readonly session = inject(Session);
  private readonly route = inject(ActivatedRoute);
  private readonly address = toSignal(this.route.paramMap, { initialValue: this.route.snapshot.paramMap });
  private readonly key = computed(() => this.address().get('key') ?? undefined);

  readonly ticket = loadable({ params: this.key, load: (key) => this.api.invoke(getTicket, { key }) });
  readonly conversation: Loadable<Conversation> = loadable({
    params: this.key,
    load: (key) => readConversation(this.api, key, this.shown(key)),
  });
  readonly isGoingBack = signal(false);
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
    this.ticket.reload();
    this.conversation.reload();
  }

  /** What was said earlier, with what was done then. */
  showEarlier(): Promise<void> {
    return this.goBack(readEarlier);
  }

  showEarlierActivities(): Promise<void> {
    return this.goBack(readEarlierActivities);
  }

  /** Shown at once as `shown` says; what the server refuses is taken back. */
  change(change: UpdateTicketBody, shown: Partial<TicketDetailView>): Promise<void> {
    const before = this.ticket.value();
    this.ticket.update((ticket) => ({ ...ticket, ...shown }));
    return this.act((key) => this.write(key, before, change));
  }

  /** `me` claims the ticket, null leaves it to nobody. */
  assign(agent: string | null): Promise<void> {
    return this.act((key) => this.api.invoke(assignTicket, { key, body: { agent_id: agent } }));
  }

  /** Once from the level that was seen: tried again after a lost answer, it goes up no second time. */
  escalate(reason: string): Promise<void> {
    const level = this.ticket.value()?.escalation_level ?? 0;
    return this.act((key) =>
      this.once.post(`ticket/${key}/escalate/${level}`, { reason }, {}, (body, context) =>
        this.api.invoke(escalateTicket, { key, body }, context),
      ),
    );
  }

  /** Rejects when the server does not take it: the composer shows why. */
  async addComment(draft: string, comment: CommentBody): Promise<void> {
    const key = this.key();
    if (key === undefined) return;
    const lastSeen = this.conversation.value()?.comments.rows.at(-1)?.id;
    const seen = lastSeen === undefined ? {} : { last_seen_comment: lastSeen };
    await this.once.post(draft, comment, seen, (body, context) =>
      this.api.invoke(addComment, { key, body }, context),
    );
    this.reload();
  }

  /** What somebody else changed meanwhile is never overwritten unseen; what does not collide goes on top of it. */
  private async write(
    key: string,
    before: TicketDetailView | undefined,
    change: UpdateTicketBody,
  ): Promise<TicketDetailView> {
    if (!before) return this.api.invoke(updateTicket, { key, body: change });
    try {
      return await this.api.invoke(updateTicket, { key, body: change }, ifMatch(before.version));
    } catch (thrown) {
      const current = currentOf(thrown);
      if (current === null) throw thrown;
      const fields = collisions(before, current, change);
      if (fields.length === 0) return this.write(key, current, change);
      const names = fields.map((field) => this.transloco.translate('ticket.field.' + field)).join(', ');
      this.notices.done(this.transloco.translate('ticket.page.conflict', { names }));
      return current;
    }
  }

  private shown(key: string): Conversation | undefined {
    const conversation = untracked(this.conversation.value);
    return conversation?.key === key ? conversation : undefined;
  }

  private async goBack(read: (api: Api, conversation: Conversation) => Promise<Conversation>): Promise<void> {
    const shown = this.conversation.value();
    if (shown === undefined || this.isGoingBack()) return;
    this.isGoingBack.set(true);
    try {
      const further = await read(this.api, shown);
      // Something new may have come meanwhile.
      this.conversation.update((now) => together(further, now));
    } catch (thrown) {
      this.notices.failed(thrown);
    } finally {
      this.isGoingBack.set(false);
    }
  }

  private async act(action: (key: string) => Promise<TicketDetailView>): Promise<void> {
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
