import { Injectable } from '@nestjs/common';

import { Clock } from '@desk/platform/clock';
import { UnitOfWork } from '@desk/platform/database';
import { Actor } from '@desk/platform/security';

import { PolicyFields, SlaPolicy } from '../model/policy';
import { Policies } from '../store/policies';

/** A new promise. It applies to tickets created, or moved to its priority, from now on. */
@Injectable()
export class CreatePolicy {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly policies: Policies,
  ) {}

  async run(_actor: Actor, fields: PolicyFields): Promise<SlaPolicy> {
    return this.unitOfWork.run(async () => {
      const policy = SlaPolicy.open(fields, this.clock.now());
      await this.policies.add(policy);
      return policy;
    });
  }
}
