import { type Company, PASSWORD } from '../../faults/company';
import { type Request } from './steady-load';

type Kind = 'sign-in' | 'create' | 'comment' | 'list' | 'read';
/** How many of each kind come in one round. */
export type Mix = Readonly<Record<Kind, number>>;

/** Much writing, and an argon2 verification now and then. */
const WRITING: Mix = { 'sign-in': 2, create: 10, comment: 10, list: 14, read: 14 };

/** What a desk sees most of the day. */
export const READING: Mix = { 'sign-in': 1, create: 4, comment: 4, list: 20, read: 71 };

/** Customers who open tickets and the staff who list, read and answer them, one answer a ticket. */
export class Visitors {
  /** Ids of the tickets whose creation was answered. */
  readonly tickets: number[] = [];
  private readonly unanswered: number[] = [];
  private readonly deck: readonly Kind[];
  private turn = 0;

  constructor(
    private readonly company: Company,
    /** Each request goes to the next of these. */
    private readonly urls: readonly string[],
    /** Titles of their tickets begin with it. */
    private readonly title: string,
    mix = WRITING,
  ) {
    this.deck = spread(mix);
  }

  readonly next = (): Request => {
    const kind = this.deck[this.turn % this.deck.length] ?? 'list';
    const ticket = kind === 'comment' ? this.unanswered.shift() : this.tickets.at(-1);
    this.turn += 1;
    if (kind === 'sign-in') return this.signIn();
    if (kind === 'create' || ticket === undefined) return this.create();
    if (kind === 'comment') return this.comment(ticket);
    const [agent] = this.company.agents;
    const path = kind === 'list' ? 'tickets/tickets/' : `tickets/tickets/${ticket}/`;
    return this.request(kind, 'GET', path, agent.token);
  };

  /** Answers to what is still unanswered. */
  leftOver(): Request[] {
    return this.unanswered.splice(0).map((ticket) => this.comment(ticket));
  }

  create(): Request {
    const [customer] = this.company.customers;
    const body = {
      title: `${this.title} ${this.turn}`,
      description: 'It does not start.',
      priority: 'urgent',
    };
    return {
      ...this.request('create', 'POST', 'tickets/tickets/', customer?.token ?? '', body),
      done: (ticket) => {
        this.tickets.push(Number(ticket['id']));
        this.unanswered.push(Number(ticket['id']));
      },
    };
  }

  private comment(ticket: number): Request {
    const [agent] = this.company.agents;
    const body = { content: 'Please hold the button for ten seconds.', comment_type: 'reply' };
    return this.request('comment', 'POST', `tickets/tickets/${ticket}/comment/`, agent.token, body);
  }

  private signIn(): Request {
    const { email } = this.company.agents[1];
    return this.request('sign-in', 'POST', 'accounts/token/', null, { email, password: PASSWORD });
  }

  private request(kind: Kind, method: string, path: string, token: string | null, body?: object): Request {
    const headers: Record<string, string> = token === null ? {} : { Authorization: `Bearer ${token}` };
    if (body !== undefined) headers['Content-Type'] = 'application/json';
    const url = `${this.urls[this.turn % this.urls.length] ?? ''}/api/${path}`;
    return { kind, url, method, headers, body: body === undefined ? undefined : JSON.stringify(body) };
  }
}

/** Kinds in turn rather than in blocks. */
function spread(mix: Mix): Kind[] {
  const all = Object.entries(mix).flatMap(([kind, count]) =>
    Array.from({ length: count }, (_, index) => ({ kind: kind as Kind, at: (index + 0.5) / count })),
  );
  return all.sort((one, other) => one.at - other.at).map(({ kind }) => kind);
}
