import { Injectable } from '@nestjs/common';

import { Clock } from '@desk/platform/clock';
import { Database, toColumn, UnitOfWork } from '@desk/platform/database';
import { JobQueue, NewJob } from '@desk/platform/queue';

import { DeskEvent } from './define-event';
import { ListenerRegistry } from './listener-registry';
import { OutboxEntry, OutboxKind } from './outbox.entity';
import { RelayBell } from './relay-bell';

/** Name of the jobs that carry an event to one subscriber. */
export const DELIVER_EVENT = 'event:deliver';

/**
 * What leaves a transaction. Where the queue keeps its jobs in this very database and this process knows the
 * subscribers, an event becomes its jobs at once; otherwise a row waits for the relay. Both are rows of the transaction.
 */
@Injectable()
export class Outbox {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly listeners: ListenerRegistry,
    private readonly queue: JobQueue,
    private readonly bell: RelayBell,
  ) {}

  async putEvent(event: DeskEvent<unknown>): Promise<void> {
    if (this.queue.storesInDatabase && this.listeners.hasSubscribers()) {
      await this.queue.add(deliveriesOf(event, this.listeners));
      return;
    }
    await this.put('event', event.name, event);
  }

  /** @throws outside a unit of work. */
  async putJob(job: NewJob): Promise<void> {
    if (this.queue.storesInDatabase) await this.queue.add([job]);
    else await this.put('job', job.name, job);
  }

  private async put(kind: OutboxKind, name: string, body: unknown): Promise<void> {
    await this.database.run('INSERT INTO outbox (kind, name, body, created_at) VALUES (?, ?, ?, ?)', [
      kind,
      name,
      JSON.stringify(body),
      toColumn(this.clock.now()),
    ]);
    this.unitOfWork.afterCommit(() => {
      this.bell.ring();
    });
  }
}

/** One job per subscriber, so that each is retried alone. */
export function deliveriesOf(event: DeskEvent<unknown>, listeners: ListenerRegistry): NewJob[] {
  return listeners.subscribersOf(event.name).map((subscriber) => ({
    name: DELIVER_EVENT,
    key: `${subscriber.name}:${event.id}`,
    payload: { subscriber: subscriber.name, event },
  }));
}

export function jobsOf(entry: OutboxEntry, listeners: ListenerRegistry): NewJob[] {
  const body: unknown = JSON.parse(entry.body);
  return entry.kind === 'job' ? [body as NewJob] : deliveriesOf(reviveEvent(body), listeners);
}

/** An event read back from JSON has its instant as text. */
export function reviveEvent(body: unknown): DeskEvent<unknown> {
  const event = body as DeskEvent<unknown>;
  return { ...event, at: new Date(event.at) };
}
