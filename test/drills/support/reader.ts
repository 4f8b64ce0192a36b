import { io, type Socket } from 'socket.io-client';

import { NOTIFICATIONS_NAMESPACE } from '@desk/contracts';

interface Notice {
  id: string;
}

/**
 * An open page, as the applications keep it: it hears pushes over a websocket, comes back when the connection ends, and
 * reads what it may have missed meanwhile.
 */
export class Reader {
  readonly seen = new Set<string>();
  /** Why each connection ended. */
  readonly ends: string[] = [];
  private reads: Promise<void> = Promise.resolve();
  private readonly socket: Socket;

  constructor(
    private readonly origin: string,
    private readonly token: string,
  ) {
    this.socket = io(origin + NOTIFICATIONS_NAMESPACE, {
      path: '/desk/ws/',
      transports: ['websocket'],
      auth: { token },
      forceNew: true,
      reconnectionDelay: 200,
      reconnectionDelayMax: 1000,
    });
    this.socket.on('notification', ({ id }: Notice) => this.seen.add(id));
    this.socket.on('disconnect', (reason) => this.ends.push(reason));
    this.socket.on('connect', () => (this.reads = this.reads.then(() => this.readMissed())));
  }

  get isConnected(): boolean {
    return this.socket.connected;
  }

  /** After the last connection's reading. */
  async close(): Promise<void> {
    await this.reads;
    this.socket.close();
  }

  /** Newest first, until a page holds nothing new. */
  private async readMissed(): Promise<void> {
    for (let page = 1; ; page++) {
      const url = `${this.origin}/desk/api/notifications/?page=${page}&page_size=100`;
      const answer = await fetch(url, { headers: { Authorization: `Bearer ${this.token}` } });
      if (!answer.ok) throw new Error(`Notices are answered ${answer.status}`);
      const { results, next } = (await answer.json()) as { results: Notice[]; next: string | null };
      const fresh = results.filter(({ id }) => !this.seen.has(id));
      for (const { id } of fresh) this.seen.add(id);
      if (fresh.length === 0 || next === null) return;
    }
  }
}
