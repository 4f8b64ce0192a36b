import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';

import { ActionType, TriggerEvent } from '@desk/contracts';
import { Clock } from '@desk/platform/clock';
import { UnitOfWork } from '@desk/platform/database';
import { Actor, personId } from '@desk/platform/security';

import { AutomationRule, nameKey } from '../model/automation-rule';
import { WrittenConditions } from '../model/conditions';
import { WrittenParams } from '../model/rule-action';
import { Rules } from '../store/rules';
import { CheckRule } from './check-rule';

export interface NewRule {
  name: string;
  description?: string;
  trigger_event: TriggerEvent;
  /** Left out: every ticket. */
  conditions?: WrittenConditions;
  action_type: ActionType;
  action_params?: WrittenParams;
  /** Left out: after all others. */
  priority_order?: number;
  is_active?: boolean;
  stop_processing?: boolean;
}

/** Room between rules that were only ever appended, so that one fits in between later. */
const STEP = 10;

@Injectable()
export class CreateRule {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly rules: Rules,
    private readonly checkRule: CheckRule,
  ) {}

  /** @returns the new rule's id. */
  async run(actor: Actor, input: NewRule): Promise<string> {
    return this.unitOfWork.run(async () => {
      const now = this.clock.now();
      const rule = Object.assign(new AutomationRule(), {
        id: uuidv7(),
        name: input.name,
        name_key: nameKey(input.name),
        description: input.description ?? '',
        trigger_event: input.trigger_event,
        conditions: input.conditions ?? {},
        action_type: input.action_type,
        action_params: input.action_params ?? {},
        priority_order: input.priority_order ?? (await this.rules.lastOrder()) + STEP,
        is_active: input.is_active ?? true,
        stop_processing: input.stop_processing ?? false,
        disabled_reason: null,
        created_by_id: personId(actor),
        created_at: now,
        updated_at: now,
      });
      await this.checkRule.run(rule);
      await this.rules.add(rule);
      return rule.id;
    });
  }
}
