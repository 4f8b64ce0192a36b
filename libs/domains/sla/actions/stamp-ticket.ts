import { Injectable } from '@nestjs/common';

import type { SlaClockKind } from '@desk/contracts';
import { SetTicketDeadlines } from '@desk/domains/tickets';
import { Actor, SYSTEM } from '@desk/platform/security';

import { SlaClock } from '../model/clock';

export interface StampTicketInput {
  ticketId: number;
  /** Both clocks of the ticket as they stand now. */
  clocks: readonly SlaClock[];
  /** See `SetTicketDeadlines`. */
  isNew?: boolean;
}

/** Writes what the clocks say into the ticket's own columns, where lists and details read it. */
@Injectable()
export class StampTicket {
  constructor(private readonly setDeadlines: SetTicketDeadlines) {}

  async run(_actor: Actor, { ticketId, clocks, isNew }: StampTicketInput): Promise<void> {
    const clock = (kind: SlaClockKind) => clocks.find((each) => each.kind === kind);
    const response = clock('response');
    const resolution = clock('resolution');
    await this.setDeadlines.run(SYSTEM, {
      ticketId,
      policyId: resolution?.policy_id ?? null,
      responseDeadline: response?.deadline ?? null,
      resolutionDeadline: resolution?.deadline ?? null,
      responseMet: response?.met ?? null,
      resolutionMet: resolution?.met ?? null,
      isNew,
    });
  }
}
