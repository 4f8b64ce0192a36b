import { Injectable } from '@nestjs/common';

import type { SlaClockKind } from '@desk/contracts';
import { toDate } from '@desk/platform/database';

import { ClockState } from '../model/clock';
import { ClockReads, ClockRow } from '../store/clock-reads';

/** One clock of a ticket for other domains. `met` is null while nothing is decided. */
export interface SlaClockSummary {
  kind: SlaClockKind;
  state: ClockState;
  policyId: number | null;
  targetSeconds: number | null;
  startedAt: Date;
  stoppedAt: Date | null;
  deadline: Date | null;
  met: boolean | null;
}

@Injectable()
export class SlaQueries {
  constructor(private readonly clocks: ClockReads) {}

  /** The clocks of many tickets in one read; a ticket that has none is not in the answer. */
  async stateOf(ticketIds: readonly number[]): Promise<Map<number, SlaClockSummary[]>> {
    const byTicket = new Map<number, SlaClockSummary[]>();
    for (const row of await this.clocks.ofTickets(ticketIds)) {
      byTicket.set(row.ticket_id, [...(byTicket.get(row.ticket_id) ?? []), toSummary(row)]);
    }
    return byTicket;
  }
}

function toSummary(row: ClockRow): SlaClockSummary {
  return {
    kind: row.kind,
    state: row.state,
    policyId: row.policy_id,
    targetSeconds: row.target_seconds,
    startedAt: toDate(row.started_at),
    stoppedAt: toDate(row.stopped_at),
    deadline: toDate(row.deadline),
    met: row.met === null ? null : row.met === 1,
  };
}
