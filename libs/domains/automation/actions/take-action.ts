import { Injectable } from '@nestjs/common';

import { PeopleQueries } from '@desk/domains/accounts';
import { Notify } from '@desk/domains/notifications';
import {
  AddComment,
  AddTags,
  AssignTicket,
  EscalateTicket,
  TicketQueries,
  UpdateTicket,
} from '@desk/domains/tickets';
import { conflict, notFound } from '@desk/platform/errors';
import { RuleActor } from '@desk/platform/security';

import { targetGone } from '../model/outcome';
import { NoticeRecipients, RuleAction } from '../model/rule-action';

/** Does to a ticket what a rule says, through the same actions a person uses, so that their rules hold here too. */
@Injectable()
export class TakeAction {
  constructor(
    private readonly people: PeopleQueries,
    private readonly tickets: TicketQueries,
    private readonly updateTicket: UpdateTicket,
    private readonly assignTicket: AssignTicket,
    private readonly addTags: AddTags,
    private readonly escalateTicket: EscalateTicket,
    private readonly addComment: AddComment,
    private readonly notify: Notify,
  ) {}

  /** @returns what was done, in words for the log. */
  async run(
    actor: RuleActor,
    { action, ticketId }: { action: RuleAction; ticketId: number },
  ): Promise<string> {
    switch (action.type) {
      case 'assign_agent':
        return this.assign(actor, ticketId, action.params.agent_id);
      case 'change_priority':
        await this.updateTicket.run(actor, { ticketId, changes: { priority: action.params.priority } });
        return `Set the priority to ${action.params.priority}`;
      case 'change_status':
        await this.updateTicket.run(actor, { ticketId, changes: { status: action.params.status } });
        return `Set the status to ${action.params.status}`;
      case 'add_tag':
        await this.addTags.run(actor, { ticketId, names: [action.params.tag] });
        return `Added the tag ${action.params.tag}`;
      case 'send_notification':
        return this.sendNotice(actor, ticketId, action.params.recipients, action.params.message);
      case 'escalate':
        await this.escalateTicket.run(actor, { ticketId, reason: action.params.reason });
        return `Escalated to level ${(await this.ticket(ticketId)).escalationLevel}`;
      case 'add_comment':
        await this.addComment.run(actor, {
          ticketId,
          content: action.params.content,
          commentType: 'internal_note',
        });
        return 'Added an internal note';
    }
  }

  private async assign(actor: RuleActor, ticketId: number, agentId: string): Promise<string> {
    const agent = (await this.people.isActiveStaff(agentId)) ? await this.people.find(agentId) : null;
    if (agent === null) throw targetGone('The agent this rule assigns to is not active on staff any more');
    await this.assignTicket.run(actor, { ticketId, agentId });
    return `Assigned to ${agent.full_name}`;
  }

  private async sendNotice(
    actor: RuleActor,
    ticketId: number,
    to: NoticeRecipients,
    message: string,
  ): Promise<string> {
    const ticket = await this.ticket(ticketId);
    const userIds = await this.recipients(to, ticket);
    if (userIds.length === 0) throw conflict('nobody_to_notify', `There is nobody to notify: no ${to}`);
    // The rule's name is for staff; customers see the ticket's own title.
    const title = `${ticket.reference}: ${ticket.title}`;
    await this.notify.run(actor, { userIds, type: 'automation', title, message, ticketId });
    return to === 'managers' ? `Notified ${userIds.length} managers` : `Notified the ${to}`;
  }

  private async recipients(
    to: NoticeRecipients,
    ticket: { customerId: string; assignedAgentId: string | null },
  ): Promise<string[]> {
    if (to === 'managers') return this.people.managerIds();
    if (to === 'customer') return [ticket.customerId];
    return ticket.assignedAgentId === null ? [] : [ticket.assignedAgentId];
  }

  private async ticket(ticketId: number) {
    const ticket = await this.tickets.facts(ticketId);
    if (ticket === null) throw notFound('ticket');
    return ticket;
  }
}
