import { Injectable } from '@nestjs/common';

import type { SlaClockKind } from '@desk/contracts';
import { notFound } from '@desk/platform/errors';

import { Compliance, complianceOf } from '../model/compliance';
import { SlaPolicy } from '../model/policy';
import { ClockReads } from '../store/clock-reads';
import { Policies } from '../store/policies';

@Injectable()
export class PolicyQueries {
  constructor(
    private readonly policies: Policies,
    private readonly clocks: ClockReads,
  ) {}

  /** @throws not_found */
  async byId(id: number): Promise<SlaPolicy> {
    const policy = await this.policies.byId(id);
    if (policy === null) throw notFound('SLA policy');
    return policy;
  }

  async compliance(): Promise<Record<SlaClockKind, Compliance>> {
    return complianceOf(await this.clocks.verdicts());
  }
}
