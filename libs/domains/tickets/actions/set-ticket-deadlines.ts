import { Injectable } from '@nestjs/common';

import { UnitOfWork } from '@desk/platform/database';
import { EventBus } from '@desk/platform/events';
import { Actor } from '@desk/platform/security';

import { TicketTouched } from '../model/events';
import { Tickets } from '../store/tickets';
import { LoadTicket } from './load-ticket';
import { refOf } from './ticket-refs';

export interface SetTicketDeadlinesInput {
  ticketId: number;
  policyId: number | null;
  responseDeadline: Date | null;
  resolutionDeadline: Date | null;
  responseMet?: boolean | null;
  resolutionMet?: boolean | null;
  /** The ticket is being created in this very transaction: no screen shows it yet that would have to be told. */
  isNew?: boolean;
}

/** What `sla` computed, stamped on the ticket's plain columns. Leaves no line in the trail: nobody acted. */
@Injectable()
export class SetTicketDeadlines {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tickets: Tickets,
    private readonly load: LoadTicket,
    private readonly events: EventBus,
  ) {}

  async run(actor: Actor, input: SetTicketDeadlinesInput): Promise<void> {
    await this.unitOfWork.run(async () => {
      const ticket = await this.load.run(actor, input.ticketId);
      ticket.sla_policy_id = input.policyId;
      ticket.sla_response_deadline = input.responseDeadline;
      ticket.sla_resolution_deadline = input.resolutionDeadline;
      if (input.responseMet !== undefined) ticket.sla_response_met = input.responseMet;
      if (input.resolutionMet !== undefined) ticket.sla_resolution_met = input.resolutionMet;
      ticket.restamp();
      await this.tickets.save(ticket);
      if (input.isNew !== true) await this.events.publish(TicketTouched, actor, refOf(ticket, true));
    });
  }
}
