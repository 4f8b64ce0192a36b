import { Injectable } from '@nestjs/common';

import { Clock } from '@desk/platform/clock';
import { Database, toDate } from '@desk/platform/database';
import { Measure } from '@desk/platform/metrics';

import { type MailState } from './mail.entity';

/** Whether mail leaves. */
@Injectable()
export class MeasureMails {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
  ) {}

  @Measure({ name: 'desk_mails_queued', help: 'Mails that have not been tried yet' })
  queued(): Promise<number> {
    return this.count('queued');
  }

  @Measure({
    name: 'desk_mails_failed',
    help: 'Mails whose last try failed, tried again until they are given up',
  })
  failed(): Promise<number> {
    return this.count('failed');
  }

  @Measure({ name: 'desk_mails_oldest_queued_seconds', help: 'How long the oldest untried mail has waited' })
  async oldestQueued(): Promise<number> {
    const [row] = await this.database.rows<{ created_at: string }>(
      "SELECT created_at FROM mails WHERE state = 'queued' ORDER BY id LIMIT 1",
    );
    return row === undefined ? 0 : (this.clock.now().getTime() - toDate(row.created_at).getTime()) / 1000;
  }

  private async count(state: MailState): Promise<number> {
    const [row] = await this.database.rows<{ n: number }>('SELECT count(*) AS n FROM mails WHERE state = ?', [
      state,
    ]);
    return row?.n ?? 0;
  }
}
