import { Injectable } from '@nestjs/common';

import { Clock } from '@desk/platform/clock';
import { Database, toColumn, toDate } from '@desk/platform/database';
import { Measure } from '@desk/platform/metrics';

import { type JobState } from './job.entity';

/** How the queue keeps up, whoever works it off. */
@Injectable()
export class MeasureJobs {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
  ) {}

  @Measure({ name: 'desk_jobs_waiting', help: 'Jobs that wait, for their turn or for their next try' })
  waiting(): Promise<number> {
    return this.count('ready');
  }

  @Measure({ name: 'desk_jobs_running', help: 'Jobs under way' })
  running(): Promise<number> {
    return this.count('running');
  }

  @Measure({ name: 'desk_jobs_parked', help: 'Jobs that were given up after their last try' })
  parked(): Promise<number> {
    return this.count('parked');
  }

  @Measure({ name: 'desk_jobs_oldest_due_seconds', help: 'How long the job that is due longest has waited' })
  async oldestDue(): Promise<number> {
    const now = this.clock.now();
    const [row] = await this.database.rows<{ run_at: string }>(
      "SELECT run_at FROM jobs WHERE state = 'ready' AND run_at <= ? ORDER BY run_at LIMIT 1",
      [toColumn(now)],
    );
    return row === undefined ? 0 : (now.getTime() - toDate(row.run_at).getTime()) / 1000;
  }

  private async count(state: JobState): Promise<number> {
    const [row] = await this.database.rows<{ n: number }>('SELECT count(*) AS n FROM jobs WHERE state = ?', [
      state,
    ]);
    return row?.n ?? 0;
  }
}
