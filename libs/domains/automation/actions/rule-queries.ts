import { Injectable } from '@nestjs/common';

import { RuleLogStatus } from '@desk/contracts';
import { notFound } from '@desk/platform/errors';
import { ListPage, Slice } from '@desk/platform/http';
import { Actor } from '@desk/platform/security';

import { LogFilters, LogRow, Logs, OutcomeCount } from '../store/logs';
import { RuleFilters, RuleList, RuleRow, RuleSort } from '../store/rule-list';

/** What came of a rule so far. */
export interface RuleRuns {
  outcomes: Record<RuleLogStatus, number>;
  lastExecutedAt: string | null;
  /** Why it failed or was skipped the last time it ran; null when the last run went well. */
  lastError: string | null;
}

export interface RuleWithRuns {
  rule: RuleRow;
  runs: RuleRuns;
}

export interface RuleStats {
  total: number;
  active: number;
  disabled: number;
  outcomes: Record<RuleLogStatus, number>;
}

/** Rules and their log for those who look after them. Staff see all of both; the permission is asked at the door. */
@Injectable()
export class RuleQueries {
  constructor(
    private readonly list: RuleList,
    private readonly logs: Logs,
  ) {}

  async page(
    _actor: Actor,
    filters: RuleFilters,
    order: { sort: RuleSort; descending: boolean },
    page: ListPage,
  ): Promise<Slice<RuleWithRuns>> {
    const slice = await this.list.page(filters, order.sort, order.descending, page);
    return { ...slice, rows: await this.withRuns(slice.rows) };
  }

  /** @throws 404. */
  async one(_actor: Actor, id: string): Promise<RuleWithRuns> {
    const row = await this.list.row(id);
    const [found] = row === null ? [] : await this.withRuns([row]);
    if (found === undefined) throw notFound('rule');
    return found;
  }

  logPage(_actor: Actor, filters: LogFilters, descending: boolean, page: ListPage): Promise<Slice<LogRow>> {
    return this.logs.page(filters, descending, page);
  }

  async stats(_actor: Actor): Promise<RuleStats> {
    const [counts, outcomes] = await Promise.all([this.list.counts(), this.logs.outcomes()]);
    return { ...counts, outcomes: sumOf(outcomes) };
  }

  private async withRuns(rows: readonly RuleRow[]): Promise<RuleWithRuns[]> {
    const outcomes = await this.logs.outcomes(rows.map((row) => row.id));
    const byRule = new Map(
      rows.map((row) => [row.id, outcomes.filter((outcome) => outcome.rule_id === row.id)]),
    );
    const lastIds = [...byRule.values()].flatMap((some) => (some.length === 0 ? [] : [lastIdOf(some)]));
    const lastLogs = new Map((await this.logs.byIds(lastIds)).map((log) => [log.rule_id, log]));
    return rows.map((rule) => {
      const last = lastLogs.get(rule.id);
      const runs = {
        outcomes: sumOf(byRule.get(rule.id) ?? []),
        lastExecutedAt: last?.executed_at ?? null,
        lastError: last?.error_message || null,
      };
      return { rule, runs };
    });
  }
}

function lastIdOf(outcomes: readonly OutcomeCount[]): number {
  return Math.max(...outcomes.map((outcome) => outcome.lastId));
}

function sumOf(outcomes: readonly OutcomeCount[]): Record<RuleLogStatus, number> {
  const sum = { success: 0, failed: 0, skipped: 0 };
  for (const { status, count } of outcomes) sum[status] += count;
  return sum;
}
