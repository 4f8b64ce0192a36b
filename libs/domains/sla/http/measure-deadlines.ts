import { Injectable } from '@nestjs/common';

import { Clock } from '@desk/platform/clock';
import { Measure } from '@desk/platform/metrics';

import { Clocks } from '../store/clocks';

/** Whether missed deadlines are noticed. */
@Injectable()
export class MeasureDeadlines {
  constructor(
    private readonly clock: Clock,
    private readonly clocks: Clocks,
  ) {}

  @Measure({
    name: 'desk_sla_sweep_lateness_seconds',
    help: 'How long ago the oldest deadline was missed that nobody has noticed yet',
  })
  async lateness(): Promise<number> {
    const now = this.clock.now();
    const due = await this.clocks.nextDue(now);
    return due === null ? 0 : (now.getTime() - due.deadline.getTime()) / 1000;
  }
}
