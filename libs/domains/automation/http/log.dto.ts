import { RULE_LOG_STATUSES } from '@desk/contracts';
import type { RuleLogStatus } from '@desk/contracts';
import { toIso } from '@desk/platform/database';
import { AnyOf, Instant, Int, IntParam, OneOf, PageQuery, Part, Text, Uuid } from '@desk/platform/http';

import { LogRow } from '../store/logs';

const ORDERINGS = ['-executed_at', 'executed_at'] as const;

export class RuleLogsQuery extends PageQuery {
  @AnyOf(RULE_LOG_STATUSES)
  status?: RuleLogStatus[];

  @Uuid({ optional: true })
  rule?: string;

  @IntParam({ min: 1, description: 'The id of a ticket.' })
  ticket?: number;

  @OneOf(ORDERINGS, { optional: true })
  ordering?: (typeof ORDERINGS)[number];
}

export class LoggedRuleView {
  @Uuid()
  id!: string;

  @Text({ max: 200, description: 'As it was when the rule ran.' })
  name!: string;
}

export class LoggedTicketView {
  @Int()
  id!: number;

  @Text({ max: 20 })
  ticket_id!: string;

  @Text({ max: 300 })
  title!: string;
}

export class RuleLogView {
  @Int()
  id!: number;

  @Part(() => LoggedRuleView)
  rule!: LoggedRuleView;

  @Part(() => LoggedTicketView, { nullable: true, description: 'Null once the ticket is deleted.' })
  ticket!: LoggedTicketView | null;

  @OneOf(RULE_LOG_STATUSES, { name: 'RuleLogStatus' })
  status!: RuleLogStatus;

  @Text({ max: 65_535, min: 0 })
  action_taken!: string;

  @Text({ max: 65_535, min: 0, description: 'Why it failed or was skipped.' })
  error_message!: string;

  @Instant()
  executed_at!: string;
}

export function toRuleLogDto(log: LogRow, tickets: ReadonlyMap<number, LoggedTicketView>): RuleLogView {
  return {
    id: log.id,
    rule: { id: log.rule_id, name: log.rule_name },
    ticket: tickets.get(log.ticket_id) ?? null,
    status: log.status,
    action_taken: log.action_taken,
    error_message: log.error_message,
    executed_at: toIso(log.executed_at),
  };
}
