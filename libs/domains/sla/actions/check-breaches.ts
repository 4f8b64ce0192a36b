import { Injectable } from '@nestjs/common';

import { TicketQueries } from '@desk/domains/tickets';
import { Clock } from '@desk/platform/clock';
import { UnitOfWork } from '@desk/platform/database';
import { Actor } from '@desk/platform/security';

import { Clocks, DueClock } from '../store/clocks';
import { RecordBreach } from './record-breach';
import { StampTicket } from './stamp-ticket';

const BATCH = 100;

/** The sweep: running clocks past their deadline, oldest deadline first, a batch a transaction, until none is due. */
@Injectable()
export class CheckBreaches {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly clocks: Clocks,
    private readonly stamp: StampTicket,
    private readonly recordBreach: RecordBreach,
    private readonly tickets: TicketQueries,
  ) {}

  /** @returns how many breaches were put on record. */
  async run(actor: Actor): Promise<{ breaches: number }> {
    let breaches = 0;
    for (let more = true; more;) {
      const batch = await this.unitOfWork.run(() => this.handleBatch(actor));
      breaches += batch.breaches;
      more = batch.due === BATCH;
    }
    return { breaches };
  }

  private async handleBatch(actor: Actor): Promise<{ due: number; breaches: number }> {
    const due = await this.clocks.due(this.clock.now(), BATCH);
    let breaches = 0;
    for (const clock of due) if (await this.handle(actor, clock)) breaches++;
    return { due: due.length, breaches };
  }

  /** Claims the clock first: with several workers, or after a rule has moved it meanwhile, only one goes on. */
  private async handle(actor: Actor, due: DueClock): Promise<boolean> {
    if (!(await this.clocks.markBreached(due))) return false;
    // Whatever became of the ticket, one that cannot be alarmed about must not hold up the others.
    if ((await this.tickets.facts(due.ticket_id)) === null) return false;
    await this.stamp.run(actor, {
      ticketId: due.ticket_id,
      clocks: await this.clocks.ofTicket(due.ticket_id),
    });
    return this.recordBreach.run(actor, {
      ticketId: due.ticket_id,
      breachType: due.kind,
      policyId: due.policy_id,
      deadline: due.deadline,
    });
  }
}
