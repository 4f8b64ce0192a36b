import { Injectable } from '@nestjs/common';

import { StaffRole } from '@desk/contracts';
import { Clock } from '@desk/platform/clock';
import { UnitOfWork } from '@desk/platform/database';
import { PersonActor } from '@desk/platform/security';

import { requireProven } from '../model/proof';
import { SecondFactors } from '../store/second-factors';

/** Which roles must have a second factor. Whoever has none reaches nothing but its set-up from the next request on. */
@Injectable()
export class SetFactorPolicy {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly factors: SecondFactors,
  ) {}

  async run(actor: PersonActor, roles: readonly StaffRole[]): Promise<void> {
    const now = this.clock.now();
    requireProven(actor, now);
    await this.unitOfWork.run(() => this.factors.replaceRoles(roles, now));
  }
}
