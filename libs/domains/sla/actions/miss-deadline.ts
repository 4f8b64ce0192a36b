import { Injectable } from '@nestjs/common';

import { TicketQueries } from '@desk/domains/tickets';
import { Clock } from '@desk/platform/clock';
import { UnitOfWork } from '@desk/platform/database';
import { Actor } from '@desk/platform/security';

import { Clocks, DueClock } from '../store/clocks';
import { RecordBreach } from './record-breach';
import { StampTicket } from './stamp-ticket';

/** A running clock that has passed its deadline. Whatever that causes carries the deadline's instant, rules included. */
@Injectable()
export class MissDeadline {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly clocks: Clocks,
    private readonly stamp: StampTicket,
    private readonly recordBreach: RecordBreach,
    private readonly tickets: TicketQueries,
  ) {}

  /**
   * Claims the clock first: with several workers, or after a rule has moved it meanwhile, only one goes on.
   * @returns whether a breach was put on record.
   */
  async run(actor: Actor, due: DueClock): Promise<boolean> {
    return this.unitOfWork.run(() =>
      this.clock.at(due.deadline, async () => {
        const isNew = await this.miss(actor, due);
        await this.unitOfWork.settle();
        return isNew;
      }),
    );
  }

  private async miss(actor: Actor, due: DueClock): Promise<boolean> {
    if (!(await this.clocks.markBreached(due))) return false;
    const { ticket_id: ticketId, kind, policy_id, deadline } = due;
    // Whatever became of the ticket, one that cannot be alarmed about must not hold up the others.
    if ((await this.tickets.facts(ticketId)) === null) return false;
    await this.stamp.run(actor, { ticketId, clocks: await this.clocks.ofTicket(ticketId) });
    return this.recordBreach.run(actor, { ticketId, breachType: kind, policyId: policy_id, deadline });
  }
}
