import { io, type Socket } from 'socket.io-client';

import { NOTIFICATIONS_NAMESPACE } from '@desk/contracts';

export interface Heard {
  event: string;
  payload: Record<string, unknown>;
}

export interface Handshake {
  token?: string;
  headers?: Record<string, string>;
}

const PATIENCE_MS = 5_000;

/** A page's connection to the desk: it writes down what it hears. */
export class TestSocket {
  readonly heard: Heard[] = [];

  private constructor(private readonly socket: Socket) {
    socket.onAny((event: string, payload: Record<string, unknown>) => this.heard.push({ event, payload }));
  }

  /** @throws when the desk refuses. */
  static async connect(
    desk: { url: string; config: { urlPrefix: string } },
    handshake: Handshake,
    namespace = NOTIFICATIONS_NAMESPACE,
  ): Promise<TestSocket> {
    const { origin } = new URL(desk.url);
    const socket = io(origin + namespace, {
      path: `${desk.config.urlPrefix}/ws/`,
      transports: ['websocket'],
      auth: handshake.token === undefined ? {} : { token: handshake.token },
      extraHeaders: handshake.headers ?? {},
      reconnection: false,
      forceNew: true,
    });
    const page = new TestSocket(socket);
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', (error) => {
        socket.close();
        reject(error);
      });
    });
    return page;
  }

  get connected(): boolean {
    return this.socket.connected;
  }

  /** The acknowledgement. */
  ask(event: string, payload?: unknown): Promise<unknown> {
    return this.socket.timeout(PATIENCE_MS).emitWithAck(event, payload) as Promise<unknown>;
  }

  of(event: string): Record<string, unknown>[] {
    return this.heard.filter((each) => each.event === event).map((each) => each.payload);
  }

  /** The first push, heard already or to come, that fits. */
  async until(
    event: string,
    fits: (payload: Record<string, unknown>) => boolean = () => true,
  ): Promise<Record<string, unknown>> {
    const already = this.of(event).find(fits);
    if (already !== undefined) return already;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(new Error(`No such ${event}; heard ${JSON.stringify(this.heard)}`));
      }, PATIENCE_MS);
      const listen = (payload: Record<string, unknown>): void => {
        if (!fits(payload)) return;
        clearTimeout(timer);
        this.socket.off(event, listen);
        resolve(payload);
      };
      this.socket.on(event, listen);
    });
  }

  async untilDisconnected(): Promise<string> {
    if (!this.socket.connected) return 'gone already';
    return new Promise((resolve) => this.socket.once('disconnect', resolve));
  }

  close(): void {
    this.socket.close();
  }
}
