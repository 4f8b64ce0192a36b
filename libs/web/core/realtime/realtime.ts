import { DestroyRef, Injectable, effect, inject, signal, untracked } from '@angular/core';
import {
  NOTIFICATIONS_NAMESPACE,
  type NotificationsClientEvents,
  type NotificationsServerEvents,
  SOCKET_PATH,
  type SocketRefusal,
} from '@desk/contracts';
import type { Socket } from 'socket.io-client';
import { URL_PREFIX } from '../address/url-prefix';
import { Session } from '../session/session';
import { SeenPushes } from './seen-pushes';

type ServerEvent = keyof NotificationsServerEvents;
type Payload<E extends ServerEvent> = Parameters<NotificationsServerEvents[E]>[0];
type ClientEvent = keyof NotificationsClientEvents;
type Ack<E extends ClientEvent> = Parameters<NonNullable<Parameters<NotificationsClientEvents[E]>[1]>>[0];
type Handlers = { [E in ServerEvent]: Set<(payload: Payload<E>) => void> };

const OFFLINE: SocketRefusal = { ok: false, error: 'offline' };
const ACK_TIMEOUT_MS = 5_000;
const RECONNECT_MS = 2_000;

/**
 * What the server pushes while somebody is signed in. `connections` grows with every (re)connection: pushes may have
 * been missed before it, so whoever shows live data reloads when it changes.
 */
@Injectable({ providedIn: 'root' })
export class Realtime {
  private readonly prefix = inject(URL_PREFIX);
  private readonly session = inject(Session);
  private readonly seen = new SeenPushes();
  private readonly handlers: Handlers = {
    notification: new Set(),
    unread_count: new Set(),
    'ticket:changed': new Set(),
    'ticket:presence': new Set(),
  };
  private socket: Socket<NotificationsServerEvents, NotificationsClientEvents> | null = null;
  private refusedToken: string | null = null;

  readonly isConnected = signal(false);
  readonly connections = signal(0);

  constructor() {
    effect(() => {
      const signedIn = this.session.isSignedIn();
      untracked(() => (signedIn ? void this.open() : this.close()));
    });
  }

  /** Listens until the surrounding component (or the given one) is destroyed. */
  on<E extends ServerEvent>(
    event: E,
    handler: (payload: Payload<E>) => void,
    owner = inject(DestroyRef),
  ): void {
    this.handlers[event].add(handler);
    owner.onDestroy(() => this.handlers[event].delete(handler));
  }

  /** Sends and waits for the acknowledgement; an unreachable server answers `{ok: false, error: 'offline'}`. */
  async emit<E extends ClientEvent>(
    event: E,
    payload: Parameters<NotificationsClientEvents[E]>[0],
  ): Promise<Ack<E> | SocketRefusal> {
    if (!this.socket?.connected) return OFFLINE;
    const socket = this.socket as unknown as Socket;
    return socket
      .timeout(ACK_TIMEOUT_MS)
      .emitWithAck(event, payload)
      .then((answer: Ack<E>) => answer)
      .catch(() => OFFLINE);
  }

  private async open(): Promise<void> {
    const { io } = await import('socket.io-client');
    if (this.socket || !this.session.isSignedIn()) return;
    const socket: Socket<NotificationsServerEvents, NotificationsClientEvents> = io(NOTIFICATIONS_NAMESPACE, {
      path: this.prefix + SOCKET_PATH,
      transports: ['websocket'],
      // Asked anew for every connection, so that a reconnect carries the token of the day.
      auth: (give) => give({ token: this.session.accessToken() }),
    });
    this.socket = socket;
    socket.on('connect', () => {
      this.refusedToken = null;
      this.isConnected.set(true);
      this.connections.update((count) => count + 1);
    });
    socket.on('disconnect', (reason) => {
      this.isConnected.set(false);
      // The server ends a connection with its token; socket.io itself does not come back after that.
      if (reason === 'io server disconnect') this.comeBack();
    });
    socket.on('connect_error', () => {
      if (!socket.active) this.comeBack();
    });
    socket.on('notification', (push) => this.pass('notification', push, `notification ${push.id}`));
    socket.on('ticket:changed', (push) =>
      this.pass('ticket:changed', push, `ticket ${push.ticket_id} ${push.version}`),
    );
    socket.on('unread_count', (push) => this.pass('unread_count', push));
    socket.on('ticket:presence', (push) => this.pass('ticket:presence', push));
  }

  private close(): void {
    this.socket?.close();
    this.socket = null;
    this.isConnected.set(false);
  }

  /** A token that was refused twice is too old, whatever its expiry says: renew it before the next try. */
  private comeBack(): void {
    const token = this.session.accessToken();
    const renewed = this.refusedToken === token ? this.session.renew(token) : Promise.resolve(true);
    this.refusedToken = token;
    void renewed
      .catch(() => true)
      .then((signedIn) => signedIn && setTimeout(() => this.socket?.connect(), RECONNECT_MS));
  }

  private pass<E extends ServerEvent>(event: E, push: Payload<E>, id?: string): void {
    if (id !== undefined && this.seen.isRepeat(id)) return;
    for (const handler of this.handlers[event]) handler(push);
  }
}
