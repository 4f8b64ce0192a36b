import { Injectable } from '@nestjs/common';

import { StaffRole } from '@desk/contracts';
import { PersonActor } from '@desk/platform/security';

import { SecondFactors } from '../store/second-factors';

export interface SecondFactorState {
  enabled: boolean;
  confirmedAt: Date | null;
  /** By the policy of the workspace. */
  required: boolean;
  recoveryCodesLeft: number;
}

@Injectable()
export class SecondFactorQueries {
  constructor(private readonly factors: SecondFactors) {}

  async own({ id, role }: PersonActor): Promise<SecondFactorState> {
    const factor = await this.factors.of(id);
    const enabled = factor?.isActive === true;
    return {
      enabled,
      confirmedAt: factor?.confirmed_at ?? null,
      required: (await this.factors.roles()).some((one) => one === role),
      recoveryCodesLeft: enabled ? await this.factors.codesLeft(id) : 0,
    };
  }

  policy(): Promise<StaffRole[]> {
    return this.factors.roles();
  }
}
