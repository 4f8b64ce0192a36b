import { Injectable } from '@nestjs/common';

import { Clock } from '@desk/platform/clock';
import { Database, toDate } from '@desk/platform/database';
import { Measure } from '@desk/platform/metrics';

/** How far behind the relay is. */
@Injectable()
export class MeasureOutbox {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
  ) {}

  @Measure({ name: 'desk_outbox_rows', help: 'Events and jobs that no relay has handed on yet' })
  async rows(): Promise<number> {
    const [row] = await this.database.rows<{ n: number }>('SELECT count(*) AS n FROM outbox');
    return row?.n ?? 0;
  }

  @Measure({ name: 'desk_outbox_lag_seconds', help: 'How long the oldest row of the outbox has waited' })
  async lag(): Promise<number> {
    const [row] = await this.database.rows<{ created_at: string }>(
      'SELECT created_at FROM outbox ORDER BY id LIMIT 1',
    );
    return row === undefined ? 0 : (this.clock.now().getTime() - toDate(row.created_at).getTime()) / 1000;
  }
}
