import { Injectable } from '@nestjs/common';

import type { SlaClockKind } from '@desk/contracts';
import { Database } from '@desk/platform/database';

import { ClockState } from '../model/clock';
import { VerdictCount } from '../model/compliance';

export interface ClockRow {
  ticket_id: number;
  kind: SlaClockKind;
  state: ClockState;
  policy_id: number | null;
  target_seconds: number | null;
  started_at: string;
  stopped_at: string | null;
  banked_seconds: number;
  deadline: string | null;
  met: number | null;
}

/** Reads over many tickets: columns, no entities. */
@Injectable()
export class ClockReads {
  constructor(private readonly database: Database) {}

  async ofTickets(ticketIds: readonly number[]): Promise<ClockRow[]> {
    if (ticketIds.length === 0) return [];
    return this.database.rows<ClockRow>(
      `SELECT ticket_id, kind, state, policy_id, target_seconds, started_at, stopped_at, banked_seconds, deadline, met
       FROM jrd_sla_clocks WHERE ticket_id IN (${ticketIds.map(() => '?').join(', ')}) ORDER BY ticket_id, id`,
      [...ticketIds],
    );
  }

  /** Clocks that a promise was made for, by kind and verdict; a null verdict is still open. */
  verdicts(): Promise<VerdictCount[]> {
    return this.database.rows<VerdictCount>(
      `SELECT kind, met, COUNT(*) AS clocks FROM jrd_sla_clocks WHERE deadline IS NOT NULL GROUP BY kind, met`,
    );
  }
}
