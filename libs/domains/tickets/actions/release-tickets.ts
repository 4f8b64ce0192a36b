import { Injectable } from '@nestjs/common';

import { PeopleQueries } from '@desk/domains/accounts';
import { UnitOfWork } from '@desk/platform/database';
import { Actor } from '@desk/platform/security';

import { Tickets } from '../store/tickets';
import { AssignTicket } from './assign-ticket';

/** Tickets in one transaction: more would keep other writers waiting. */
const BATCH = 20;

/** Takes the unsolved tickets of somebody who works here no more, so that they stand among those that nobody holds. */
@Injectable()
export class ReleaseTickets {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly people: PeopleQueries,
    private readonly tickets: Tickets,
    private readonly assign: AssignTicket,
  ) {}

  /**
   * Stops as soon as the person is active on staff after all. May be run again at any time.
   * @returns how many tickets were taken.
   */
  async run(actor: Actor, { userId }: { userId: string }): Promise<number> {
    let taken = 0;
    for (let more = true; more;) {
      const found = await this.unitOfWork.run(() => this.takeSome(actor, userId));
      taken += found;
      more = found === BATCH;
    }
    return taken;
  }

  private async takeSome(actor: Actor, userId: string): Promise<number> {
    if (await this.people.isActiveStaff(userId)) return 0;
    const ids = await this.tickets.unsolvedOf(userId, BATCH);
    for (const ticketId of ids) await this.assign.run(actor, { ticketId, agentId: null, onlyFrom: userId });
    return ids.length;
  }
}
