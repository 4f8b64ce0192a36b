import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';

import { Database } from '@desk/platform/database';

import { AutomationRule } from '../model/automation-rule';
import { RuleRevision } from '../model/rule-revision';

const THE_ROW = 1;

/** Rules, each write with a fresh revision, so that no process runs on compiled rules that are no longer true. */
@Injectable()
export class Rules {
  constructor(private readonly database: Database) {}

  byId(id: string): Promise<AutomationRule | null> {
    return this.database.read().findOneBy(AutomationRule, { id });
  }

  /** In the order in which they run. */
  active(): Promise<AutomationRule[]> {
    return this.database.read().find(AutomationRule, {
      where: { is_active: true },
      order: { priority_order: 'ASC', created_at: 'ASC', id: 'ASC' },
    });
  }

  /** Changes whenever a rule does; the same token always means the same rules. */
  async revision(): Promise<string> {
    const [row] = await this.database.rows<{ token: string }>(
      `SELECT token FROM jrd_automation_revision WHERE id = ${THE_ROW}`,
    );
    return row?.token ?? '';
  }

  async lastOrder(): Promise<number> {
    const [row] = await this.database.rows<{ last: number | null }>(
      'SELECT MAX(priority_order) AS last FROM jrd_automation_rules',
    );
    return row?.last ?? 0;
  }

  async add(rule: AutomationRule): Promise<void> {
    await this.database.write().insert(AutomationRule, rule);
    await this.renewRevision();
  }

  async save(rule: AutomationRule): Promise<void> {
    await this.database.write().update(AutomationRule, { id: rule.id }, rule);
    await this.renewRevision();
  }

  async remove(id: string): Promise<void> {
    await this.database.write().delete(AutomationRule, { id });
    await this.renewRevision();
  }

  /** Switched off by the desk itself; a person reads why and may correct it. */
  async disable(id: string, reason: string, at: Date): Promise<void> {
    const changes = { is_active: false, disabled_reason: reason.slice(0, 255), updated_at: at };
    await this.database.write().update(AutomationRule, { id }, changes);
    await this.renewRevision();
  }

  private async renewRevision(): Promise<void> {
    const token = uuidv7();
    const { affected } = await this.database.write().update(RuleRevision, { id: THE_ROW }, { token });
    if (!affected) await this.database.write().insert(RuleRevision, { id: THE_ROW, token });
  }
}
