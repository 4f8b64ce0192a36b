import { type Company, PASSWORD } from '../../faults/company';
import { type Request } from './steady-load';

/** What fifty requests are, so that two of them cost an argon2 verification. */
const MIX = { 'sign-in': 2, create: 10, comment: 10, list: 14, read: 14 } as const;
type Kind = keyof typeof MIX;

const DECK: Kind[] = spread();

/** Customers who open tickets and the staff who list, read and answer them, one answer a ticket. */
export class Visitors {
  /** Ids of the tickets whose creation was answered. */
  readonly tickets: number[] = [];
  private readonly unanswered: number[] = [];
  private turn = 0;

  constructor(
    private readonly company: Company,
    /** Each request goes to the next of these. */
    private readonly urls: readonly string[],
    /** Titles of their tickets begin with it. */
    private readonly title: string,
  ) {}

  readonly next = (): Request => {
    const kind = DECK[this.turn % DECK.length] ?? 'list';
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
function spread(): Kind[] {
  const all = Object.entries(MIX).flatMap(([kind, count]) =>
    Array.from({ length: count }, (_, index) => ({ kind: kind as Kind, at: (index + 0.5) / count })),
  );
  return all.sort((one, other) => one.at - other.at).map(({ kind }) => kind);
}
