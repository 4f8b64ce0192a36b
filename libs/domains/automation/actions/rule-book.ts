import { Injectable } from '@nestjs/common';

import { TriggerEvent } from '@desk/contracts';
import { Clock } from '@desk/platform/clock';
import { DomainError } from '@desk/platform/errors';

import { AutomationRule, CompiledRule } from '../model/automation-rule';
import { reasonOf } from '../model/outcome';
import { Rules } from '../store/rules';

type Pages = ReadonlyMap<TriggerEvent, readonly CompiledRule[]>;

/**
 * The active rules, compiled once per process and revision. Asking for an event that no rule waits for costs one read
 * by key, so a desk without rules hardly notices that it could have some.
 */
@Injectable()
export class RuleBook {
  private pages: Pages = new Map();
  private revision: string | null = null;

  constructor(
    private readonly clock: Clock,
    private readonly rules: Rules,
  ) {}

  /** In the order in which they run. Asked inside the unit of work of the event. */
  async rulesFor(trigger: TriggerEvent): Promise<readonly CompiledRule[]> {
    const revision = await this.rules.revision();
    if (revision !== this.revision) {
      const pages = await this.compile();
      this.pages = pages;
      this.revision = revision;
    }
    return this.pages.get(trigger) ?? [];
  }

  private async compile(): Promise<Pages> {
    const pages = new Map<TriggerEvent, CompiledRule[]>();
    for (const rule of await this.rules.active()) {
      const compiled = await this.compileOne(rule);
      if (compiled === null) continue;
      const page = pages.get(rule.trigger_event) ?? [];
      page.push(compiled);
      pages.set(rule.trigger_event, page);
    }
    return pages;
  }

  /** Rules are checked when they are saved; one that a later version no longer understands must not stop any ticket. */
  private async compileOne(rule: AutomationRule): Promise<CompiledRule | null> {
    try {
      return rule.compile();
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      await this.rules.disable(rule.id, reasonOf(error), this.clock.now());
      return null;
    }
  }
}
