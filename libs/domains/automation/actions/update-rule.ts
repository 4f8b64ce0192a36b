import { Injectable } from '@nestjs/common';

import { Clock } from '@desk/platform/clock';
import { UnitOfWork } from '@desk/platform/database';
import { notFound } from '@desk/platform/errors';
import { Actor } from '@desk/platform/security';

import { AutomationRule, nameKey } from '../model/automation-rule';
import { Rules } from '../store/rules';
import { CheckRule } from './check-rule';
import { NewRule } from './create-rule';

export type RuleChanges = Partial<NewRule>;

@Injectable()
export class UpdateRule {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly rules: Rules,
    private readonly checkRule: CheckRule,
  ) {}

  /** @throws 400 as on create; 404. */
  async run(_actor: Actor, { id, changes }: { id: string; changes: RuleChanges }): Promise<void> {
    await this.unitOfWork.run(async () => {
      const rule = await this.rules.byId(id);
      if (rule === null) throw notFound('rule');
      const given = Object.fromEntries(
        Object.entries<unknown>(changes).filter(([, value]) => value !== undefined),
      );
      Object.assign(rule, given, { updated_at: this.clock.now() });
      rule.name_key = nameKey(rule.name);
      // A rule the desk has switched off may be renamed as it is; to be switched on, it has to be right again.
      if (rule.is_active || changesWhatItDoes(changes)) await this.checkRule.run(rule);
      if (rule.is_active || changes.is_active === false) rule.disabled_reason = null;
      await this.rules.save(rule);
    });
  }
}

function changesWhatItDoes(changes: RuleChanges): boolean {
  const parts: (keyof AutomationRule & keyof RuleChanges)[] = [
    'trigger_event',
    'conditions',
    'action_type',
    'action_params',
  ];
  return parts.some((part) => changes[part] !== undefined);
}
