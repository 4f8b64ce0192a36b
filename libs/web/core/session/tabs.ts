import { DestroyRef, Injectable, inject } from '@angular/core';
import { type Observable, Subject } from 'rxjs';
import { URL_PREFIX } from '../address/url-prefix';
import { type SessionAnswer } from './session-user';

export type TabMessage = { kind: 'renewed'; answer: SessionAnswer } | { kind: 'signed-out' };

/** What the tabs of one browser tell each other about the session they share. */
@Injectable({ providedIn: 'root' })
export class Tabs {
  private readonly name = `desk-session:${inject(URL_PREFIX)}`;
  private readonly channel = new BroadcastChannel(this.name);
  private readonly heard = new Subject<TabMessage>();

  readonly messages: Observable<TabMessage> = this.heard;

  constructor() {
    inject(DestroyRef).onDestroy(() => this.channel.close());
    this.channel.onmessage = (event: MessageEvent<TabMessage>) => this.heard.next(event.data);
  }

  tell(message: TabMessage): void {
    this.channel.postMessage(message);
  }

  /**
   * One tab at a time. Web Locks exist on secure origins only; elsewhere the server's grace period for a refresh
   * token that was just rotated covers the collision.
   */
  async alone<T>(work: () => Promise<T>): Promise<T> {
    return 'locks' in navigator ? await navigator.locks.request(this.name, work) : await work();
  }
}
