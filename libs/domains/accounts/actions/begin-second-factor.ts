import { Injectable } from '@nestjs/common';

import { Clock } from '@desk/platform/clock';
import { UnitOfWork } from '@desk/platform/database';
import { PersonActor } from '@desk/platform/security';

import { factorActive } from '../model/errors';
import { requireProven } from '../model/proof';
import { SecondFactor } from '../model/second-factor';
import { SecondFactors } from '../store/second-factors';
import { FactorSecrets, Provision } from './factor-secrets';

/** A secret for an authenticator app. It means nothing until the first code of it was right. */
@Injectable()
export class BeginSecondFactor {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly factors: SecondFactors,
    private readonly secrets: FactorSecrets,
  ) {}

  /** @throws conflict when there is one that is in use */
  async run(actor: PersonActor): Promise<Provision> {
    const now = this.clock.now();
    requireProven(actor, now);
    const secret = this.secrets.newSecret();
    const begun = SecondFactor.begin(actor.id, this.secrets.seal(secret, actor.id), now);
    const provision = this.secrets.provision(secret, actor.email);
    await this.unitOfWork.run(async () => {
      const present = await this.factors.hold(actor.id);
      if (present?.isActive === true) throw factorActive();
      await this.factors.begin(begun);
    });
    return provision;
  }
}
