import type { Body, Company, Person } from './company';
import type { Dice } from './dice';
import { type Ledger, send, type Sent, type SentFile, toSentFile } from './ledger';

const PRIORITIES = ['low', 'medium', 'high', 'urgent'] as const;

interface Waiting {
  id: string;
  owner: string;
  file: SentFile;
}

/** Several people at work at once, each on a connection of their own, until the server is gone. */
export class Traffic {
  private sentSoFar = 0;
  private answered = 0;
  private readonly waiting: Waiting[] = [];
  /** The same few contents come again and again: equal files share their place on disk. */
  private readonly contents: Buffer[];

  constructor(
    private readonly company: Company,
    private readonly ledger: Ledger,
    private readonly dice: Dice,
    /** Part of every marker and key, so that rounds stay apart. */
    private readonly round: number,
  ) {
    this.contents = [1, 40, 5_000, 150_000].map((length) => dice.bytes(length));
  }

  /** Calls `enough` once so many requests are answered; answers when every lane has lost its server. */
  async run(
    url: string,
    lanes: number,
    { after, enough }: { after: number; enough: () => void },
  ): Promise<void> {
    const lane = async () => {
      for (;;) {
        const sent = this.next();
        this.ledger.entries.push(sent);
        try {
          sent.answer = await send(url, sent);
        } catch {
          return;
        }
        const wanted = sent.act === 'refused' ? 400 : 201;
        if (sent.answer.status !== wanted) {
          throw new Error(`${sent.act} ${sent.marker} is answered ${JSON.stringify(sent.answer)}`);
        }
        this.keep(sent);
        this.answered += 1;
        if (this.answered === after) enough();
      }
    };
    await Promise.all(Array.from({ length: lanes }, lane));
  }

  private next(): Sent {
    const drawn = this.dice.next();
    const ticket = this.dice.chance(0.3) ? undefined : this.someTicket();
    if (drawn < 0.15) return this.upload();
    if (drawn < 0.25) return this.refused();
    return drawn < 0.6 && ticket !== undefined ? this.comment(ticket) : this.ticket();
  }

  private ticket(): Sent {
    const { customers, agents } = this.company;
    const by = this.dice.chance(0.7) ? this.dice.pick(customers) : this.dice.pick(agents);
    const sent = this.begin('ticket', by, 'tickets/tickets/');
    sent.body = {
      title: `Question ${sent.marker}`,
      description: `About ${sent.marker}`,
      priority: this.dice.pick(PRIORITIES),
      ...(by.role === 'customer' ? {} : { customer: this.dice.pick(customers).id }),
    };
    return this.withFiles(sent);
  }

  private comment(ticket: Sent): Sent {
    const { agents, managers } = this.company;
    const staff = this.dice.pick([...agents, ...managers]);
    const customerId = String((ticket.answer?.body['customer'] as Body)['id']);
    const customer = this.company.customers.find(({ id }) => id === customerId);
    const by = this.dice.chance(0.5) && customer !== undefined ? customer : staff;
    const sent = this.begin('comment', by, `tickets/tickets/${String(ticket.answer?.body['id'])}/comment/`);
    sent.body = {
      content: `Words ${sent.marker}`,
      ...(by.role !== 'customer' && this.dice.chance(0.3) ? { comment_type: 'internal_note' } : {}),
    };
    return this.withFiles(sent);
  }

  private upload(): Sent {
    const { customers, agents } = this.company;
    const sent = this.begin('upload', this.dice.pick([...customers, ...agents]), 'uploads/');
    sent.files = [this.file(sent.marker)];
    return sent;
  }

  /** Fails in the middle, after its files were received: their like in other requests must stay. */
  private refused(): Sent {
    const sent = this.begin('refused', this.dice.pick(this.company.customers), 'tickets/tickets/');
    sent.body = { title: `Never ${sent.marker}`, description: sent.marker, upload_ids: MISSING };
    if (!this.dice.chance(0.7)) return sent;
    sent.files = [this.file(sent.marker)];
    sent.body = { title: `Never ${sent.marker}`, description: sent.marker, priority: 'never' };
    return sent;
  }

  private begin(act: Sent['act'], by: Person, path: string): Sent {
    this.sentSoFar += 1;
    const marker = `m${this.round}x${this.sentSoFar}x`;
    const key = this.dice.chance(0.6) ? `key-${marker}` : null;
    return { act, by, marker, path, body: {}, files: [], claimed: [], key, answer: null };
  }

  private withFiles(sent: Sent): Sent {
    if (this.dice.chance(0.25)) {
      const count = this.dice.between(1, 2);
      sent.files = Array.from({ length: count }, (_, index) => this.file(`${sent.marker}-${index}`));
      return sent;
    }
    const mine = this.waiting.filter(({ owner }) => owner === sent.by.id).slice(0, 2);
    if (mine.length === 0) return sent;
    for (const one of mine) this.waiting.splice(this.waiting.indexOf(one), 1);
    sent.body['upload_ids'] = mine.map(({ id }) => id);
    sent.claimed = mine.map(({ file }) => file);
    return sent;
  }

  private file(name: string): SentFile {
    return toSentFile(
      `${name}.bin`,
      this.dice.chance(0.6) ? this.dice.pick(this.contents) : this.dice.bytes(3_000),
    );
  }

  private someTicket(): Sent | undefined {
    const tickets = this.ledger.acknowledged('ticket');
    return tickets.length === 0 ? undefined : this.dice.pick(tickets);
  }

  private keep(sent: Sent): void {
    const [file] = sent.files;
    if (sent.act !== 'upload' || sent.answer === null || file === undefined) return;
    this.waiting.push({ id: String(sent.answer.body['id']), owner: sent.by.id, file });
  }
}

const MISSING = ['01890a5d-ac96-774b-bcce-b302099a8057'];
