import { type Columns, CreateTables, type TablePlan } from '@desk/platform/database';

export class Online1795866799042 extends CreateTables {
  readonly name = 'Online1795866799042';

  protected tables(column: Columns): TablePlan[] {
    return [
      {
        name: 'jrd_online',
        columns: [column.uuidKey('user_id'), column.uuidKey('process_id'), column.instant('seen_at')],
        indexes: { ix_jrd_online_process: ['process_id'], ix_jrd_online_seen_at: ['seen_at'] },
      },
    ];
  }
}
