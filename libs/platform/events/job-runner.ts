import { Injectable } from '@nestjs/common';

import { UnitOfWork } from '@desk/platform/database';
import { RequestContext } from '@desk/platform/logging';
import { QueuedJob, RunJob } from '@desk/platform/queue';

import { ListenerRegistry } from './listener-registry';
import { DELIVER_EVENT, reviveEvent } from './outbox';
import { Receipts } from './receipts';

export type JobBody = (payload: unknown) => Promise<void>;

/** What a queue's worker calls: brings an event to its subscriber or a job to its body. */
@Injectable()
export class JobRunner {
  private readonly bodies = new Map<string, JobBody>();

  constructor(
    private readonly context: RequestContext,
    private readonly unitOfWork: UnitOfWork,
    private readonly receipts: Receipts,
    private readonly listeners: ListenerRegistry,
  ) {}

  addBody(name: string, body: JobBody): void {
    if (this.bodies.has(name)) throw new Error(`The job ${name} has two bodies`);
    this.bodies.set(name, body);
  }

  hasBody(name: string): boolean {
    return this.bodies.has(name);
  }

  readonly run: RunJob = async (job, settle) => {
    await this.context.run(() =>
      job.name === DELIVER_EVENT ? this.deliver(job, settle) : this.work(job, settle),
    );
  };

  private async deliver(job: QueuedJob, settle: () => Promise<void>): Promise<void> {
    const { subscriber: name, event: body } = job.payload as { subscriber: string; event: unknown };
    const subscriber = this.listeners.subscriber(name);
    if (subscriber === null) throw new Error(`No subscriber is named ${name}`);
    const event = reviveEvent(body);
    if (subscriber.outside) {
      await subscriber.run(event);
      await settle();
      return;
    }
    await this.unitOfWork.run(async () => {
      if (await this.receipts.take(job.key)) await subscriber.run(event);
      await settle();
    });
  }

  private async work(job: QueuedJob, settle: () => Promise<void>): Promise<void> {
    const body = this.bodies.get(job.name);
    if (body === undefined) throw new Error(`The job ${job.name} has no body`);
    await body(job.payload);
    await settle();
  }
}
