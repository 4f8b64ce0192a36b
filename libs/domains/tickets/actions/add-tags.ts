import { Injectable } from '@nestjs/common';

import { UnitOfWork } from '@desk/platform/database';
import { Actor } from '@desk/platform/security';

import { TicketTags } from '../store/ticket-tags';
import { ChangeTicket } from './change-ticket';
import { LoadTicket } from './load-ticket';

@Injectable()
export class AddTags {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tags: TicketTags,
    private readonly load: LoadTicket,
    private readonly change: ChangeTicket,
  ) {}

  /** Creates tags that are not known yet; a tag the ticket has already is no change. */
  async run(actor: Actor, input: { ticketId: string | number; names: readonly string[] }): Promise<void> {
    await this.unitOfWork.run(async () => {
      const ticket = await this.load.run(actor, input.ticketId);
      const added = await this.tags.add(ticket.id, input.names);
      if (added.length > 0) await this.change.run(actor, ticket, { tags: { added, removed: [] } });
    });
  }
}
