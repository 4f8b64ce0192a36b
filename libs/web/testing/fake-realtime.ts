import { signal } from '@angular/core';
import type { NotificationsServerEvents } from '@desk/contracts';

type ServerEvent = keyof NotificationsServerEvents;
type Payload<E extends ServerEvent> = Parameters<NotificationsServerEvents[E]>[0];

/** In place of the socket: `push` is what the server sends, `sent` what it was told. */
export class FakeRealtime {
  private readonly handlers: { event: ServerEvent; handle: (payload: never) => void }[] = [];

  readonly isConnected = signal(true);
  readonly connections = signal(1);
  readonly sent: { event: string; payload: unknown }[] = [];

  on<E extends ServerEvent>(event: E, handle: (payload: Payload<E>) => void): void {
    this.handlers.push({ event, handle });
  }

  /** What the server says it has when a ticket is watched. */
  version = 1;

  emit(event: string, payload: unknown): Promise<{ ok: true; version: number }> {
    this.sent.push({ event, payload });
    return Promise.resolve({ ok: true, version: this.version });
  }

  push<E extends ServerEvent>(event: E, payload: Payload<E>): void {
    for (const handler of this.handlers) if (handler.event === event) handler.handle(payload as never);
  }
}
