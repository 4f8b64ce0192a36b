import { Injectable } from '@nestjs/common';

import { Clock } from '@desk/platform/clock';
import { UnitOfWork } from '@desk/platform/database';
import { EventBus } from '@desk/platform/events';
import { PersonActor } from '@desk/platform/security';

import { noFactor } from '../model/errors';
import { SecurityChanged } from '../model/events';
import { requireProven } from '../model/proof';
import { SecondFactors } from '../store/second-factors';
import { FactorSecrets } from './factor-secrets';

/** Ten new ones; those of before open nothing any more. */
@Injectable()
export class RenewRecoveryCodes {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly events: EventBus,
    private readonly factors: SecondFactors,
    private readonly secrets: FactorSecrets,
  ) {}

  async run(actor: PersonActor): Promise<string[]> {
    const now = this.clock.now();
    requireProven(actor, now);
    const codes = this.secrets.newCodes();
    const hashes = codes.map((code) => this.secrets.codeHash(code));
    await this.unitOfWork.run(async () => {
      const factor = await this.factors.hold(actor.id);
      if (factor === null || !factor.isActive) throw noFactor();
      await this.factors.replaceCodes(actor.id, hashes, now);
      await this.events.publish(SecurityChanged, actor, {
        userId: actor.id,
        change: 'recovery_codes_renewed',
      });
    });
    return codes;
  }
}
