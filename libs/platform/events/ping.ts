import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';

import { UnitOfWork } from '@desk/platform/database';
import { defineJob } from '@desk/platform/queue';

import { Jobs } from './jobs';
import { Receipts } from './receipts';

export const PING = defineJob<{ id: string }>('platform.ping');

/** One job through the queue and back: whether anybody does jobs at all. The answer is the receipt that it leaves. */
@Injectable()
export class Ping {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly jobs: Jobs,
    private readonly receipts: Receipts,
  ) {}

  /** @returns what to ask `isAnswered` with. */
  async send(): Promise<string> {
    const id = uuidv7();
    await this.unitOfWork.run(() => this.jobs.enqueue(PING, { id }, id));
    return id;
  }

  /** What the worker does. */
  async answer({ id }: { id: string }): Promise<void> {
    await this.unitOfWork.run(() => this.receipts.take(receiptOf(id)));
  }

  isAnswered(id: string): Promise<boolean> {
    return this.receipts.isTaken(receiptOf(id));
  }
}

function receiptOf(id: string): string {
  return `${PING.name}:${id}`;
}
