import { Injectable } from '@nestjs/common';

import { Actor } from '@desk/platform/security';

import { StaleTicket, ticketNotFound } from '../model/errors';
import { Ticket } from '../model/ticket';
import { maySee } from '../model/ticket-access';
import { Tickets } from '../store/tickets';

/** Every action's first step: the ticket, if this actor may know of it and read it in its present state. */
@Injectable()
export class LoadTicket {
  constructor(private readonly tickets: Tickets) {}

  /** @throws 404 also for a ticket that the actor may not know of; 412 when the present one is not among `expectedVersions`. */
  async run(
    actor: Actor,
    key: string | number,
    expectedVersions: readonly number[] | null = null,
  ): Promise<Ticket> {
    const ticket = await this.tickets.find(key);
    if (ticket === null || !maySee(actor, ticket)) throw ticketNotFound();
    if (expectedVersions !== null && !expectedVersions.includes(versionFor(actor, ticket)))
      throw new StaleTicket(ticket.id);
    return ticket;
  }
}

/** Customers compare versions that only public changes move. */
export function versionFor(actor: Actor, ticket: Ticket): number {
  return actor.kind === 'person' && actor.role === 'customer' ? ticket.public_version : ticket.version;
}
