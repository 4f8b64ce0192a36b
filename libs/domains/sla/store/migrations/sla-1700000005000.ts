import { type columnsFor, CreateTables, type TablePlan } from '@desk/platform/database';

export class Sla1700000005000 extends CreateTables {
  readonly name = 'Sla1700000005000';

  protected tables(column: ReturnType<typeof columnsFor>): TablePlan[] {
    return [
      {
        name: 'jrd_sla_policies',
        columns: [
          column.id(),
          column.text('name', 100),
          column.long('description'),
          column.text('priority', 10),
          column.int('response_time_hours'),
          column.int('resolution_time_hours'),
          column.int('escalation_time_hours'),
          column.bool('is_active'),
          column.instant('created_at'),
          column.instant('updated_at'),
        ],
        indexes: { ix_sla_policies_active_priority: ['is_active', 'priority'] },
      },
      {
        name: 'jrd_sla_clocks',
        columns: [
          column.id(),
          column.int('ticket_id'),
          column.text('kind', 15),
          column.int('policy_id?'),
          column.int('target_seconds?'),
          column.text('state', 10),
          column.instant('started_at'),
          column.instant('stopped_at?'),
          column.int('banked_seconds'),
          column.instant('deadline?'),
          column.bool('met?'),
          column.instant('breached_at?'),
        ],
        indexes: {
          ix_sla_clocks_state_deadline: ['state', 'deadline'],
          ix_sla_clocks_verdict: ['kind', 'met', 'deadline'],
        },
        uniques: { ux_sla_clocks_ticket_kind: ['ticket_id', 'kind'] },
      },
      {
        name: 'jrd_sla_clock_events',
        columns: [
          column.id(),
          column.int('ticket_id'),
          column.text('clock', 15),
          column.text('happening', 15),
          column.instant('at'),
          column.int('target_seconds?'),
          column.int('policy_id?'),
          column.text('cause', 100),
          column.uuid('cause_id'),
        ],
        indexes: { ix_sla_clock_events_ticket: ['ticket_id'] },
      },
      {
        name: 'jrd_sla_breaches',
        columns: [
          column.id(),
          column.int('ticket_id'),
          column.int('policy_id?'),
          column.text('breach_type', 15),
          column.instant('deadline'),
          column.instant('breached_at'),
          column.instant('detected_at'),
          column.bool('notified'),
        ],
        indexes: { ix_sla_breaches_breached_at: ['breached_at'] },
        uniques: { ux_sla_breaches_ticket_type_deadline: ['ticket_id', 'breach_type', 'deadline'] },
      },
    ];
  }
}
