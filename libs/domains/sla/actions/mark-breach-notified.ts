import { Injectable } from '@nestjs/common';

import { UnitOfWork } from '@desk/platform/database';
import { Actor } from '@desk/platform/security';

import { Breaches } from '../store/breaches';

/** Called by whoever has told people of a breach, in the transaction of the notices. */
@Injectable()
export class MarkBreachNotified {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly breaches: Breaches,
  ) {}

  async run(_actor: Actor, { breachId }: { breachId: number }): Promise<void> {
    await this.unitOfWork.run(() => this.breaches.markNotified(breachId));
  }
}
