import { Injectable } from '@nestjs/common';

import { Clock } from '@desk/platform/clock';
import { UnitOfWork } from '@desk/platform/database';
import { Jobs } from '@desk/platform/events';
import { defineJob, Job } from '@desk/platform/queue';
import { Schedule, Watch } from '@desk/platform/schedule';
import { SYSTEM } from '@desk/platform/security';

import { CheckBreaches } from '../actions/check-breaches';
import { Clocks } from '../store/clocks';

const CHECK_BREACHES = defineJob<Record<string, never>>('sla.check-breaches');

/** A missed deadline is noticed within a second; the check every five minutes is the net below. */
@Injectable()
export class WatchDeadlines {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly jobs: Jobs,
    private readonly clocks: Clocks,
    private readonly checkBreaches: CheckBreaches,
  ) {}

  @Watch()
  async look(): Promise<void> {
    if (!(await this.clocks.anyDue(this.clock.now()))) return;
    await this.unitOfWork.run(() => this.jobs.enqueue(CHECK_BREACHES, {}, 'due'));
  }

  @Job(CHECK_BREACHES)
  async check(_nothing: Record<string, never>): Promise<void> {
    await this.checkBreaches.run(SYSTEM);
  }

  @Schedule({ name: 'sla.check-breaches', everySeconds: 300 })
  async checkAnyway(): Promise<void> {
    await this.checkBreaches.run(SYSTEM);
  }
}
