import { Injectable } from '@nestjs/common';

import { DeskEvent } from './define-event';
import { OnMetadata, WithinMetadata } from './listeners';

export type RunListener = (event: DeskEvent<unknown>) => Promise<void>;

export interface Subscriber {
  name: string;
  outside: boolean;
  run: RunListener;
}

/** Who listens to what, filled once at boot by `discover`; a mistake in the wiring stops the start. */
@Injectable()
export class ListenerRegistry {
  private readonly within = new Map<string, { order: number; run: RunListener }[]>();
  private readonly subscribers = new Map<string, Subscriber>();
  private readonly subscribersByEvent = new Map<string, Subscriber[]>();

  addWithin(metadata: WithinMetadata, run: RunListener): void {
    for (const event of metadata.events) {
      const listeners = this.within.get(event.name) ?? [];
      if (listeners.some((listener) => listener.order === metadata.order)) {
        throw new Error(`Two @Within listeners of ${event.name} claim order ${metadata.order}`);
      }
      listeners.push({ order: metadata.order, run });
      this.within.set(
        event.name,
        listeners.sort((a, b) => a.order - b.order),
      );
    }
  }

  addSubscriber(metadata: OnMetadata, run: RunListener): void {
    if (this.subscribers.has(metadata.name))
      throw new Error(`Two @On subscribers are named ${metadata.name}`);
    const subscriber = { name: metadata.name, outside: metadata.outside ?? false, run };
    this.subscribers.set(metadata.name, subscriber);
    for (const event of metadata.events) {
      this.subscribersByEvent.set(event.name, [
        ...(this.subscribersByEvent.get(event.name) ?? []),
        subscriber,
      ]);
    }
  }

  withinListenersOf(event: string): readonly RunListener[] {
    return (this.within.get(event) ?? []).map((listener) => listener.run);
  }

  subscribersOf(event: string): readonly Subscriber[] {
    return this.subscribersByEvent.get(event) ?? [];
  }

  subscriber(name: string): Subscriber | null {
    return this.subscribers.get(name) ?? null;
  }

  /** False in a process without `work` modules (the command line): it can only leave events in the outbox. */
  hasSubscribers(): boolean {
    return this.subscribers.size > 0;
  }
}
