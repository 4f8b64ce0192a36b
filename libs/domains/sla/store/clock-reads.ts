import { Injectable } from '@nestjs/common';

import { SLA_CLOCK_KINDS, type SlaClockKind } from '@desk/contracts';
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

const VERDICTS = [
  ['NULL', 'met IS NULL'],
  ['0', 'met = 0'],
  ['1', 'met = 1'],
] as const;

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

  /**
   * Clocks that a promise was made for, by kind and verdict; a null verdict is still open. Each is counted along its
   * own stretch of the index on kind, verdict and deadline: no row of a clock is read.
   */
  verdicts(): Promise<VerdictCount[]> {
    const counts = SLA_CLOCK_KINDS.flatMap((kind) =>
      VERDICTS.map(
        ([met, condition]) => `SELECT '${kind}' AS kind, ${met} AS met, COUNT(*) AS clocks FROM jrd_sla_clocks
          WHERE kind = '${kind}' AND ${condition} AND deadline IS NOT NULL`,
      ),
    );
    return this.database.rows<VerdictCount>(counts.join(' UNION ALL '));
  }
}
