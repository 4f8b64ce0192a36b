import { Injectable } from '@nestjs/common';

import { PeopleQueries } from '@desk/domains/accounts';
import { invalidField } from '@desk/platform/errors';

import { AutomationRule } from '../model/automation-rule';

/** What holds for every rule that is saved, whichever way it came. */
@Injectable()
export class CheckRule {
  constructor(private readonly people: PeopleQueries) {}

  /** @throws 400 naming the conditions and parameters that are wrong, or an agent who cannot take tickets. */
  async run(rule: AutomationRule): Promise<void> {
    const { action } = rule.compile();
    if (action.type === 'assign_agent' && !(await this.people.isActiveStaff(action.params.agent_id))) {
      throw invalidField(
        'action_params.agent_id',
        'not_staff',
        'The agent must be an active member of staff',
      );
    }
    // Kept as it was understood: trimmed, ids in lower case.
    rule.action_params = { ...action.params };
  }
}
