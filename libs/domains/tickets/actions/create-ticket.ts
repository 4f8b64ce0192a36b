import { Injectable } from '@nestjs/common';

import { PeopleQueries } from '@desk/domains/accounts';
import { UnitOfWork } from '@desk/platform/database';
import { invalidField } from '@desk/platform/errors';
import { PersonActor } from '@desk/platform/security';

import { Labels } from '../store/labels';
import { AssignTicket } from './assign-ticket';
import { plainText, safeContent } from './content';
import { NewTicket, OpenTicket } from './open-ticket';

/** `customer` is the actor unless staff asks for somebody else. */
export type CreateTicketInput = Omit<NewTicket, 'words' | 'followUpOf'> & {
  /** User id. */
  assignedAgent?: string | null;
};

@Injectable()
export class CreateTicket {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly people: PeopleQueries,
    private readonly labels: Labels,
    private readonly open: OpenTicket,
    private readonly assign: AssignTicket,
  ) {}

  /** Deadlines and rules have had their say when this answers: they listen within. @returns the ticket's id. */
  async run(actor: PersonActor, input: CreateTicketInput): Promise<number> {
    const description = safeContent(input.description);
    const words = plainText(description);
    const agentId = input.assignedAgent ?? null;
    return this.unitOfWork.run(async () => {
      await this.assertKnown(input);
      const { id } = await this.open.run(actor, { ...input, description, words });
      // After the rules: what a person chose stands.
      if (agentId !== null) await this.assign.run(actor, { ticketId: id, agentId });
      return id;
    });
  }

  private async assertKnown(input: CreateTicketInput): Promise<void> {
    const category = input.category === null ? null : await this.labels.category(input.category);
    if (input.category !== null && category?.is_active !== true) {
      throw invalidField('category', 'unknown_category', 'There is no such category');
    }
    if ((await this.people.find(input.customer))?.is_active !== true) {
      throw invalidField('customer', 'unknown_customer', 'There is no active person with this id');
    }
    const agentId = input.assignedAgent ?? null;
    if (agentId !== null && !(await this.people.isActiveStaff(agentId))) {
      throw invalidField(
        'assigned_agent',
        'unknown_agent',
        'There is no active member of staff with this id',
      );
    }
  }
}
