import { type columnsFor, CreateTables, type TablePlan } from '@desk/platform/database';

export class Automation1700000007000 extends CreateTables {
  readonly name = 'Automation1700000007000';

  protected tables(column: ReturnType<typeof columnsFor>): TablePlan[] {
    return [
      {
        name: 'jrd_automation_rules',
        columns: [
          column.uuidKey(),
          column.text('name', 200),
          column.text('name_key', 200),
          column.long('description'),
          column.text('trigger_event', 30),
          column.json('conditions'),
          column.text('action_type', 30),
          column.json('action_params'),
          column.int('priority_order'),
          column.bool('is_active'),
          column.bool('stop_processing'),
          column.text('disabled_reason?', 255),
          column.uuid('created_by_id?'),
          column.instant('created_at'),
          column.instant('updated_at'),
        ],
        indexes: { ix_automation_rules_trigger: ['trigger_event', 'is_active', 'priority_order'] },
      },
      {
        name: 'jrd_automation_logs',
        columns: [
          column.id(),
          column.uuid('rule_id'),
          column.text('rule_name', 200),
          column.int('ticket_id'),
          column.text('status', 10),
          column.long('action_taken'),
          column.long('error_message'),
          column.instant('executed_at'),
        ],
        indexes: {
          ix_automation_logs_rule: ['rule_id', 'status'],
          ix_automation_logs_ticket: ['ticket_id'],
          ix_automation_logs_status: ['status'],
        },
      },
      {
        name: 'jrd_automation_episodes',
        columns: [column.intKey('ticket_id'), column.instant('since')],
        indexes: { ix_automation_episodes_since: ['since', 'ticket_id'] },
      },
      {
        name: 'jrd_automation_idle_marks',
        columns: [column.uuidKey('rule_id'), column.instant('since'), column.int('ticket_id')],
      },
      { name: 'jrd_automation_revision', columns: [column.id(), column.uuid('token')] },
    ];
  }
}
