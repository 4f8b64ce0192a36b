import { Injectable } from '@nestjs/common';

import { RuleLogStatus } from '@desk/contracts';
import { Clock } from '@desk/platform/clock';
import { UnitOfWork } from '@desk/platform/database';
import { EventActor } from '@desk/platform/events';

import { CompiledRule } from '../model/automation-rule';
import { brakeOn } from '../model/chain';
import { isTargetGone, reasonOf } from '../model/outcome';
import { Trigger } from '../model/trigger';
import { Logs } from '../store/logs';
import { Rules } from '../store/rules';
import { FactSheets } from './fact-sheet';
import { RuleBook } from './rule-book';
import { TakeAction } from './take-action';

/**
 * Runs the rules that wait for an event, in the event's own transaction. Each matching rule has a savepoint: one that
 * fails leaves nothing but its log row, and the change that caused it goes on. Rules that do not match write nothing.
 */
@Injectable()
export class RunRules {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly ruleBook: RuleBook,
    private readonly factSheets: FactSheets,
    private readonly takeAction: TakeAction,
    private readonly rules: Rules,
    private readonly logs: Logs,
  ) {}

  /** @param actor who caused the event; a rule brings the chain of rules that led to it. */
  async run(actor: EventActor, trigger: Trigger): Promise<void> {
    const rules = await this.ruleBook.rulesFor(trigger.event);
    if (rules.length === 0) return;
    const causes = actor.kind === 'rule' ? actor.causes : [];
    const sheet = this.factSheets.open(trigger);
    if (!(await sheet.stands())) return;
    for (const rule of rules) {
      if (!isAsked(rule, trigger) || !(await sheet.satisfies(rule.conditions))) continue;
      await this.runOne(rule, trigger.ticketId, causes);
      if (rule.stopProcessing) return;
      sheet.forget();
    }
  }

  private async runOne(rule: CompiledRule, ticketId: number, causes: readonly string[]): Promise<void> {
    const brake = brakeOn(rule.id, causes);
    if (brake !== null) return this.log(rule, ticketId, 'skipped', '', brake);
    const actor = { kind: 'rule', id: rule.id, name: rule.name, causes: [...causes, rule.id] } as const;
    const attempt = await this.unitOfWork.attempt(() =>
      this.takeAction.run(actor, { action: rule.action, ticketId }),
    );
    if (attempt.ok) return this.log(rule, ticketId, 'success', attempt.value, '');
    const reason = reasonOf(attempt.error);
    if (!isTargetGone(attempt.error)) return this.log(rule, ticketId, 'failed', '', reason);
    await this.rules.disable(rule.id, reason, this.clock.now());
    return this.log(rule, ticketId, 'skipped', '', reason);
  }

  private log(
    rule: CompiledRule,
    ticketId: number,
    status: RuleLogStatus,
    actionTaken: string,
    errorMessage: string,
  ): Promise<void> {
    return this.logs.add({
      rule_id: rule.id,
      rule_name: rule.name,
      ticket_id: ticketId,
      status,
      action_taken: actionTaken,
      error_message: errorMessage,
      executed_at: this.clock.now(),
    });
  }
}

function isAsked({ id, conditions }: CompiledRule, { only, changed }: Trigger): boolean {
  return (only?.has(id) ?? true) && (changed === undefined || conditions.concern(changed));
}
