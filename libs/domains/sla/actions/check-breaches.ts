import { Injectable } from '@nestjs/common';

import { Clock } from '@desk/platform/clock';
import { UnitOfWork } from '@desk/platform/database';
import { Actor } from '@desk/platform/security';

import { Clocks } from '../store/clocks';
import { MissDeadline } from './miss-deadline';

/** Misses in one transaction: more would keep other writers waiting. */
const BATCH = 20;

/**
 * The sweep: running clocks past their deadline in the order of their deadlines until none is due. Each one is looked
 * for after the one before it, whose rules may have moved other clocks, so that three days handled at once leave what
 * a look each minute would have left.
 */
@Injectable()
export class CheckBreaches {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly clocks: Clocks,
    private readonly missDeadline: MissDeadline,
  ) {}

  /** @returns how many breaches were put on record. */
  async run(actor: Actor): Promise<{ breaches: number }> {
    let breaches = 0;
    for (let more = true; more;) {
      const batch = await this.unitOfWork.run(() => this.handleBatch(actor));
      breaches += batch.breaches;
      more = batch.more;
    }
    return { breaches };
  }

  private async handleBatch(actor: Actor): Promise<{ breaches: number; more: boolean }> {
    let breaches = 0;
    for (let handled = 0; handled < BATCH; handled++) {
      const due = await this.clocks.nextDue(this.clock.now());
      if (due === null) return { breaches, more: false };
      if (await this.missDeadline.run(actor, due)) breaches++;
    }
    return { breaches, more: true };
  }
}
