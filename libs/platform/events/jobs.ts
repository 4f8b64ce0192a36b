import { Injectable } from '@nestjs/common';

import { UnitOfWork } from '@desk/platform/database';
import { JobDefinition } from '@desk/platform/queue';

import { Outbox } from './outbox';

/** Asks for work after the commit. */
@Injectable()
export class Jobs {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
  ) {}

  /**
   * @param key the same key twice, while the first is not finished, is one job.
   * @throws outside a unit of work.
   */
  async enqueue<P>(job: JobDefinition<P>, payload: P, key: string): Promise<void> {
    if (!this.unitOfWork.isOpen()) throw new Error(`${job.name} was enqueued outside a unit of work`);
    await this.outbox.putJob({ name: job.name, payload, key: `${job.name}:${key}` });
  }
}
