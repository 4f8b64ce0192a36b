import { Injectable } from '@nestjs/common';

import { PeopleQueries } from '@desk/domains/accounts';
import { Clock } from '@desk/platform/clock';
import { UnitOfWork } from '@desk/platform/database';
import { invalidField } from '@desk/platform/errors';
import { Actor } from '@desk/platform/security';

import { ticketTaken } from '../model/errors';
import { Tickets } from '../store/tickets';
import { ChangeTicket } from './change-ticket';
import { LoadTicket } from './load-ticket';

export interface AssignTicketInput {
  ticketId: string | number;
  /** A user id, null to take the ticket from whoever holds it, or `me`: a claim that only an unheld ticket grants. */
  agentId: string | null;
  /** A user id: whoever else holds the ticket by now keeps it. */
  onlyFrom?: string;
  expectedVersions?: readonly number[] | null;
}

@Injectable()
export class AssignTicket {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly people: PeopleQueries,
    private readonly tickets: Tickets,
    private readonly load: LoadTicket,
    private readonly change: ChangeTicket,
  ) {}

  async run(actor: Actor, input: AssignTicketInput): Promise<number> {
    return this.unitOfWork.run(async () => {
      const claim = input.agentId === 'me' && actor.kind === 'person';
      const agentId = claim ? actor.id : input.agentId;
      const ticket = await this.load.run(actor, input.ticketId, input.expectedVersions);
      if (agentId !== null && !(await this.people.staysActiveStaff(agentId))) {
        throw invalidField('agent_id', 'unknown_agent', 'There is no active member of staff with this id');
      }
      if (input.onlyFrom !== undefined && ticket.assigned_agent_id !== input.onlyFrom) return ticket.id;
      if (ticket.assigned_agent_id === agentId) return ticket.id;
      if (claim && !(await this.tickets.claim(ticket.id, actor.id))) throw ticketTaken();
      await this.change.run(actor, ticket, ticket.edit({ assigned_agent_id: agentId }, this.clock.now()));
      return ticket.id;
    });
  }
}
