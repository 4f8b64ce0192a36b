import { Injectable } from '@nestjs/common';

import { Clock } from '@desk/platform/clock';
import { UnitOfWork } from '@desk/platform/database';
import { EventBus } from '@desk/platform/events';
import { PersonActor } from '@desk/platform/security';

import { factorActive, noFactor, wrongOtp } from '../model/errors';
import { SecurityChanged } from '../model/events';
import { requireProven } from '../model/proof';
import { SecondFactors } from '../store/second-factors';
import { FactorSecrets } from './factor-secrets';

/** The first code shows that the app has the secret; from then on every sign-in asks for one. */
@Injectable()
export class ConfirmSecondFactor {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly events: EventBus,
    private readonly factors: SecondFactors,
    private readonly secrets: FactorSecrets,
  ) {}

  /** @returns the recovery codes, which are answered this once. @throws 400 naming `otp` */
  async run(actor: PersonActor, otp: string): Promise<string[]> {
    const now = this.clock.now();
    requireProven(actor, now);
    const codes = this.secrets.newCodes();
    const hashes = codes.map((code) => this.secrets.codeHash(code));
    await this.unitOfWork.run(async () => {
      const factor = await this.factors.hold(actor.id);
      if (factor === null) throw noFactor();
      if (factor.isActive) throw factorActive();
      const step = this.secrets.stepOf(otp, factor);
      if (step === null) throw wrongOtp();
      factor.confirm(step, now);
      await this.factors.save(factor);
      await this.factors.replaceCodes(actor.id, hashes, now);
      await this.events.publish(SecurityChanged, actor, { userId: actor.id, change: 'factor_added' });
    });
    return codes;
  }
}
