export const TRIGGER_EVENTS = [
  'ticket_created',
  'ticket_updated',
  'ticket_assigned',
  'ticket_commented',
  'sla_breach',
  'ticket_idle',
] as const;
export type TriggerEvent = (typeof TRIGGER_EVENTS)[number];

export const ACTION_TYPES = [
  'assign_agent',
  'change_priority',
  'change_status',
  'add_tag',
  'send_notification',
  'escalate',
  'add_comment',
] as const;
export type ActionType = (typeof ACTION_TYPES)[number];

export const RULE_LOG_STATUSES = ['success', 'failed', 'skipped'] as const;
export type RuleLogStatus = (typeof RULE_LOG_STATUSES)[number];
