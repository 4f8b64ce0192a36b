import { Injectable } from '@nestjs/common';

import { Priority, TicketStatus } from '@desk/contracts';
import { PeopleQueries } from '@desk/domains/accounts';
import { Clock } from '@desk/platform/clock';
import { UnitOfWork } from '@desk/platform/database';
import { conflict, forbidden, invalidField } from '@desk/platform/errors';
import { Actor, isCustomerActor } from '@desk/platform/security';

import { Ticket } from '../model/ticket';
import { customerMayMove } from '../model/ticket-status';
import { safeContent } from './content';
import { Labels } from '../store/labels';
import { TicketTags } from '../store/ticket-tags';
import { ChangeTicket } from './change-ticket';
import { given } from './given';
import { LoadTicket } from './load-ticket';

export interface UpdateTicketInput {
  ticketId: string | number;
  expectedVersions?: readonly number[] | null;
  changes: {
    title?: string;
    description?: string;
    status?: TicketStatus;
    priority?: Priority;
    /** Category id. */
    category?: number | null;
    /** User id. */
    assigned_agent?: string | null;
    due_date?: Date | null;
    /** Names: all that the ticket has from now on. */
    tags?: readonly string[];
  };
}

@Injectable()
export class UpdateTicket {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly people: PeopleQueries,
    private readonly labels: Labels,
    private readonly ticketTags: TicketTags,
    private readonly load: LoadTicket,
    private readonly change: ChangeTicket,
  ) {}

  async run(actor: Actor, input: UpdateTicketInput): Promise<number> {
    const { category, assigned_agent, description, tags, ...rest } = input.changes;
    const content = description === undefined ? undefined : safeContent(description);
    return this.unitOfWork.run(async () => {
      const ticket = await this.load.run(actor, input.ticketId, input.expectedVersions ?? null);
      assertMayEdit(actor, ticket, input.changes);
      await this.assertKnown(ticket, category, assigned_agent);
      const edit = given({
        ...rest,
        description: content,
        category_id: category,
        assigned_agent_id: assigned_agent,
      });
      const changes = ticket.edit(edit, this.clock.now());
      const retagged = tags === undefined ? null : await this.ticketTags.replace(ticket.id, tags);
      if (retagged !== null && retagged.added.length + retagged.removed.length > 0) changes.tags = retagged;
      await this.change.run(actor, ticket, changes);
      return ticket.id;
    });
  }

  /** A ticket may keep a category that is not offered any more, but gets none anew. */
  private async assertKnown(
    ticket: Ticket,
    category?: number | null,
    agentId?: string | null,
  ): Promise<void> {
    const isNew = category !== undefined && category !== null && category !== ticket.category_id;
    if (isNew && (await this.labels.category(category))?.is_active !== true) {
      throw invalidField('category', 'unknown_category', 'There is no such category');
    }
    if (agentId !== undefined && agentId !== null && !(await this.people.staysActiveStaff(agentId))) {
      throw invalidField(
        'assigned_agent',
        'unknown_agent',
        'There is no active member of staff with this id',
      );
    }
  }
}

/** A customer moves the status of their own ticket and nothing else. */
function assertMayEdit(actor: Actor, ticket: Ticket, changes: UpdateTicketInput['changes']): void {
  if (!isCustomerActor(actor)) return;
  const other = Object.entries(changes).find(([field, value]) => field !== 'status' && value !== undefined);
  if (other !== undefined) throw forbidden('Customers may not change this field', other[0]);
  const { status } = changes;
  if (status === undefined || status === ticket.status) return;
  if (status !== 'closed' && status !== 'open')
    throw forbidden('Customers may only close or reopen', 'status');
  if (!customerMayMove(ticket.status, status)) {
    throw conflict('status_not_allowed', `A ticket that is ${ticket.status} cannot become ${status}`);
  }
}
