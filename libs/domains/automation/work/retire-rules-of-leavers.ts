import { Injectable } from '@nestjs/common';

import { PersonDeactivated, RoleChanged } from '@desk/domains/accounts';
import type { PersonRef } from '@desk/domains/accounts';
import { On } from '@desk/platform/events';
import type { DeskEvent } from '@desk/platform/events';
import { SYSTEM } from '@desk/platform/security';

import { RetireRules } from '../actions/retire-rules';

/** Who leaves the staff takes no more tickets: the rules that would hand them some say so now, not when they fail. */
@Injectable()
export class RetireRulesOfLeavers {
  constructor(private readonly retireRules: RetireRules) {}

  @On<PersonRef>([PersonDeactivated, RoleChanged], { name: 'automation.retire-rules' })
  async left({ payload }: DeskEvent<PersonRef>): Promise<void> {
    await this.retireRules.run(SYSTEM, { userId: payload.userId });
  }
}
