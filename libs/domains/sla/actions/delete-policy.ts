import { Injectable } from '@nestjs/common';

import { UnitOfWork } from '@desk/platform/database';
import { conflict, notFound } from '@desk/platform/errors';
import { Actor } from '@desk/platform/security';

import { Policies } from '../store/policies';

/** Only a policy that no ticket ever counted by goes; others are part of the record and are switched off instead. */
@Injectable()
export class DeletePolicy {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly policies: Policies,
  ) {}

  /** @throws not_found, policy_in_use */
  async run(_actor: Actor, { policyId }: { policyId: number }): Promise<void> {
    await this.unitOfWork.run(async () => {
      if ((await this.policies.byId(policyId)) === null) throw notFound('SLA policy');
      if (await this.policies.isUsed(policyId)) {
        throw conflict('policy_in_use', 'Tickets have counted by this policy; deactivate it instead');
      }
      await this.policies.remove(policyId);
    });
  }
}
