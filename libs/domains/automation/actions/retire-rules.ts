import { Injectable } from '@nestjs/common';

import { PeopleQueries } from '@desk/domains/accounts';
import { Clock } from '@desk/platform/clock';
import { UnitOfWork } from '@desk/platform/database';
import { Actor } from '@desk/platform/security';

import { Rules } from '../store/rules';

/** Switches off the rules that hand tickets to somebody who cannot take them any more, with the reason on each. */
@Injectable()
export class RetireRules {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly people: PeopleQueries,
    private readonly rules: Rules,
  ) {}

  /** Does nothing when the person is active on staff after all. */
  async run(_actor: Actor, { userId }: { userId: string }): Promise<void> {
    await this.unitOfWork.run(async () => {
      if (await this.people.isActiveStaff(userId)) return;
      const person = await this.people.find(userId);
      const reason = `${person?.full_name ?? 'The agent'} is not active on staff any more`;
      for (const rule of await this.rules.active()) {
        if (rule.assignsTo(userId)) await this.rules.disable(rule.id, reason, this.clock.now());
      }
    });
  }
}
