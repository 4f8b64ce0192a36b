import { Injectable, computed, inject, signal, untracked } from '@angular/core';
import { type PresenceState } from '@desk/contracts';
import {
  Api,
  type AttachmentView,
  type CommentView,
  type RateBody,
  type TicketDetailView,
  type TicketLinkView,
  addComment,
  getTicket,
  listAttachments,
  listComments,
  rateTicket,
  updateTicket,
} from '@desk/web/api-client';
import {
  type AskLatest,
  type Loadable,
  Realtime,
  SendOnce,
  Session,
  type Tail,
  allRows,
  before,
  joined,
  latest,
  loadable,
  watchTicket,
} from '@desk/web/core';
import { type Message, toMessages } from './message';

interface Conversation {
  key: string;
  ticket: TicketDetailView;
  /** The latest, and what somebody went back for. */
  comments: Tail<CommentView>;
  /** What came with the request itself; comments carry their own. */
  files: AttachmentView[];
}

/** What an answer brought about, beside being said: one to a closed request has become a new one. */
export type ReplyOutcome =
  { kind: 'sent' } | { kind: 'reopened' } | { kind: 'followed-up'; ticket: TicketLinkView };

/** One request of the customer with all that was said about it, kept live. */
@Injectable()
export class TicketStore {
  private readonly api = inject(Api);
  private readonly once = inject(SendOnce);
  private readonly realtime = inject(Realtime);
  private readonly session = inject(Session);
  private readonly myId = computed(() => this.session.user()?.id);

  readonly key = signal<string | undefined>(undefined);
  readonly presence = signal<PresenceState>('viewing');
  readonly conversation: Loadable<Conversation> = loadable({
    params: () => {
      const key = this.key();
      return key === undefined ? undefined : { key, connection: this.realtime.connections() };
    },
    load: ({ key }) => this.load(key),
    keepLatest: true,
  });
  /** Not the one that was open before, while this one is on its way. */
  private readonly current = computed(() => {
    const conversation = this.conversation.value();
    return conversation?.key === this.key() ? conversation : undefined;
  });
  readonly ticket = computed(() => this.current()?.ticket);
  /** Not one that somebody else asked and lets this person read. */
  readonly isMine = computed(() => this.ticket()?.customer?.id === this.myId());
  readonly messages = computed<Message[]>(() => {
    const current = this.current();
    return current ? toMessages(current.ticket, current.comments.rows, current.files, this.myId()) : [];
  });

  /** How many messages are not shown. */
  readonly hidden = computed(() => {
    const comments = this.current()?.comments;
    return comments && comments.earlier !== null ? comments.count - comments.rows.length : 0;
  });

  constructor() {
    const id = computed(() => this.ticket()?.id);
    watchTicket(id, this.presence, this.myId);
    this.realtime.on('ticket:changed', (push) => {
      if (push.ticket_id === id()) this.conversation.reload();
    });
  }

  async reply(draft: string, content: string, upload_ids: string[]): Promise<ReplyOutcome> {
    const { ticket_id: key, status } = this.open();
    const words = { content, comment_type: 'reply', upload_ids } as const;
    const reply = await this.once.post(draft, words, {}, (body, context) =>
      this.api.invoke(addComment, { key, body }, context),
    );
    if ('follow_up' in reply) return { kind: 'followed-up', ticket: reply.follow_up };
    this.conversation.update((now) => ({
      ...now,
      comments: joined(now.comments, { ...now.comments, rows: [reply], count: now.comments.count + 1 }),
    }));
    // The answer may have changed the request as well.
    this.conversation.reload();
    return { kind: status === 'resolved' ? 'reopened' : 'sent' };
  }

  async showEarlier(): Promise<void> {
    const shown = this.current();
    if (!shown) return;
    const earlier = await before(shown.comments, this.commentsOf(shown.key));
    // Something new may have come meanwhile.
    this.conversation.update((now) =>
      now.key === shown.key ? { ...now, comments: joined(earlier, now.comments) } : now,
    );
  }

  setStatus(status: 'open' | 'closed'): Promise<void> {
    return this.show(this.api.invoke(updateTicket, { key: this.open().ticket_id, body: { status } }));
  }

  rate(body: RateBody): Promise<void> {
    return this.show(this.api.invoke(rateTicket, { key: this.open().ticket_id, body }));
  }

  private async show(change: Promise<TicketDetailView>): Promise<void> {
    const ticket = await change;
    this.conversation.update((now) => (now.ticket.id === ticket.id ? { ...now, ticket } : now));
  }

  private async load(key: string): Promise<Conversation> {
    const known = untracked(this.conversation.value);
    const [ticket, comments, files] = await Promise.all([
      this.api.invoke(getTicket, { key }),
      latest(this.commentsOf(key), known?.key === key ? known.comments : undefined),
      allRows((step) => this.api.invoke(listAttachments, { key, comment: 'none', ...step })),
    ]);
    return { key, ticket, comments, files };
  }

  private commentsOf(key: string): AskLatest<CommentView> {
    return (step) => this.api.invoke(listComments, { key, ordering: '-created_at', ...step });
  }

  private open(): TicketDetailView {
    const ticket = this.ticket();
    if (!ticket) throw new Error('No request is open');
    return ticket;
  }
}
