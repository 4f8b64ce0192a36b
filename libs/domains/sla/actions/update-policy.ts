import { Injectable } from '@nestjs/common';

import { Clock } from '@desk/platform/clock';
import { UnitOfWork } from '@desk/platform/database';
import { notFound } from '@desk/platform/errors';
import { Actor } from '@desk/platform/security';

import { PolicyFields, SlaPolicy } from '../model/policy';
import { Policies } from '../store/policies';

export interface UpdatePolicyInput {
  policyId: number;
  changes: Partial<PolicyFields>;
}

/** Clocks that run already keep the target they were given. */
@Injectable()
export class UpdatePolicy {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly policies: Policies,
  ) {}

  /** @throws not_found */
  async run(_actor: Actor, { policyId, changes }: UpdatePolicyInput): Promise<SlaPolicy> {
    return this.unitOfWork.run(async () => {
      const policy = await this.policies.byId(policyId);
      if (policy === null) throw notFound('SLA policy');
      policy.change(changes, this.clock.now());
      await this.policies.save(policy);
      return policy;
    });
  }
}
