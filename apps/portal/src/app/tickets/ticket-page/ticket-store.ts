import { Injectable, computed, inject, signal } from '@angular/core';
import { type PresenceState } from '@desk/contracts';
import { Realtime, Session, loadable, watchTicket } from '@desk/web/core';
import { type TicketComment, type TicketDetail, type TicketFile, TicketsApi } from '../shared/tickets-api';
import { type Message, toMessages } from './message';

interface Conversation {
  key: string;
  ticket: TicketDetail;
  comments: TicketComment[];
  files: TicketFile[];
}

/** One request of the customer with all that was said about it, kept live. */
@Injectable()
export class TicketStore {
  private readonly api = inject(TicketsApi);
  private readonly realtime = inject(Realtime);
  private readonly session = inject(Session);
  private readonly myId = computed(() => this.session.user()?.id);

  readonly key = signal<string | undefined>(undefined);
  readonly presence = signal<PresenceState>('viewing');
  readonly conversation = loadable({
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
  readonly messages = computed<Message[]>(() => {
    const current = this.current();
    return current ? toMessages(current.ticket, current.comments, current.files, this.myId()) : [];
  });

  constructor() {
    const id = computed(() => this.ticket()?.id);
    watchTicket(id, this.presence, this.myId);
    this.realtime.on('ticket:changed', (push) => {
      if (push.ticket_id === id()) this.conversation.reload();
    });
  }

  async reply(content: string, uploadIds: readonly string[]): Promise<void> {
    const comment = await this.api.reply(this.openKey(), content, uploadIds);
    this.conversation.update((now) => ({
      ...now,
      comments: [...now.comments.filter((other) => other.id !== comment.id), comment],
    }));
    // An answer may have opened the request again.
    this.conversation.reload();
  }

  async setStatus(status: 'open' | 'closed'): Promise<void> {
    const ticket = await this.api.setStatus(this.openKey(), status);
    this.conversation.update((now) => ({ ...now, ticket }));
  }

  private async load(key: string): Promise<Conversation> {
    const [ticket, comments, files] = await Promise.all([
      this.api.get(key),
      this.api.comments(key),
      this.api.files(key),
    ]);
    return { key, ticket, comments, files };
  }

  private openKey(): string {
    const ticket = this.ticket();
    if (!ticket) throw new Error('No request is open');
    return ticket.ticket_id;
  }
}
