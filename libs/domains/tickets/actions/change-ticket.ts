import { Injectable } from '@nestjs/common';

import { PeopleQueries } from '@desk/domains/accounts';
import { Clock } from '@desk/platform/clock';
import { UnitOfWork } from '@desk/platform/database';
import { EventBus } from '@desk/platform/events';
import { Actor } from '@desk/platform/security';

import { Change, TicketAssigned, TicketChanged, TicketChanges } from '../model/events';
import { Ticket } from '../model/ticket';
import { isSolved } from '../model/ticket-status';
import { Activities } from '../store/activities';
import { Tickets } from '../store/tickets';
import { DescribeChanges } from './describe-changes';
import { IndexTicket } from './index-ticket';
import { refOf } from './ticket-refs';

/** One step of a ticket from hand to hand. */
type Move = Change<string | null> & { actor: Actor };

/** The shared end of every edit, inside its unit of work: row, trail, events. */
@Injectable()
export class ChangeTicket {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly people: PeopleQueries,
    private readonly tickets: Tickets,
    private readonly activities: Activities,
    private readonly describe: DescribeChanges,
    private readonly index: IndexTicket,
    private readonly events: EventBus,
  ) {}

  /**
   * @param asked what `ticket` has already taken over; none is no act at all.
   * @param cause the comment that brought them about, when one did.
   */
  async run(
    actor: Actor,
    ticket: Ticket,
    asked: TicketChanges,
    cause: { byComment?: number } = {},
  ): Promise<void> {
    if (Object.keys(asked).length === 0) return;
    const at = this.clock.now();
    const changes = await this.freeOfLeaver(ticket, asked, at);
    ticket.touch(at, true);
    await this.tickets.save(ticket);
    if (changes.title !== undefined || changes.description !== undefined) await this.index.run(ticket);
    await this.activities.record(ticket.id, actor, at, await this.describe.run(changes));
    if (changes.assigned_agent_id) this.gather(actor, ticket.id, changes.assigned_agent_id);
    await this.events.publish(TicketChanged, actor, {
      ...refOf(ticket, true),
      ...cause,
      changes,
      at: at.toISOString(),
    });
  }

  /** Told once of all that this transaction does to it: rules may move the ticket on, or back to where it was. */
  private gather(actor: Actor, ticketId: number, change: Change<string | null>): void {
    this.unitOfWork.gather<Move>(`tickets.assigned:${ticketId}`, { actor, ...change }, async (moves) => {
      const [first, last] = [moves[0], moves.at(-1)];
      const ticket = await this.tickets.find(ticketId);
      if (first === undefined || last === undefined || ticket === null || first.before === last.after) return;
      await this.events.publish(TicketAssigned, last.actor, {
        ...refOf(ticket, true),
        agentId: last.after,
        previousAgentId: first.before,
      });
    });
  }

  /** Work that begins again goes to everybody when the one who did it is not active on staff any more. */
  private async freeOfLeaver(ticket: Ticket, changes: TicketChanges, at: Date): Promise<TicketChanges> {
    const { status } = changes;
    const holder = ticket.assigned_agent_id;
    if (status === undefined || holder === null || !isSolved(status.before) || ticket.isSolved)
      return changes;
    if (await this.people.staysActiveStaff(holder)) return changes;
    return { ...changes, ...ticket.edit({ assigned_agent_id: null }, at) };
  }
}
