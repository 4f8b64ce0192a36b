import { type columnsFor, CreateTables } from '@desk/platform/database';

export class Jobs1700000000300 extends CreateTables {
  readonly name = 'Jobs1700000000300';

  protected tables(column: ReturnType<typeof columnsFor>) {
    return [
      {
        name: 'jobs',
        columns: [
          column.uuidKey(),
          column.text('name', 100),
          column.text('job_key', 190),
          column.long('payload'),
          column.text('state', 10),
          column.int('attempts'),
          column.instant('run_at'),
          column.instant('leased_until?'),
          column.text('last_error?', 500),
        ],
        indexes: { ix_jobs_state_run_at: ['state', 'run_at', 'id', 'name'] },
        uniques: { ux_jobs_job_key: ['job_key'] },
      },
    ];
  }
}
