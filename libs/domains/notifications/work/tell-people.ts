import { Injectable } from '@nestjs/common';

import { PeopleQueries } from '@desk/domains/accounts';
import { MarkBreachNotified, SlaBreached } from '@desk/domains/sla';
import {
  CommentAdded,
  TicketAssigned,
  TicketChanged,
  TicketCreated,
  type TicketRef,
} from '@desk/domains/tickets';
import { type DeskEvent, type EventActor, On } from '@desk/platform/events';
import { SYSTEM } from '@desk/platform/security';

import { WriteNotices } from '../actions/write-notices';
import { happeningOfComment, happeningsOf } from '../model/happenings';
import { noticeText, type Told } from '../model/notice-texts';
import { concernsManagers, type Happening, type People, RECIPIENTS, recipientsOf } from '../model/recipients';
import { type PayloadOf } from './payload-of';

const DESK = 'The help desk';

/** Turns what happened to a ticket into notices: who, under which type and in which words the model says. */
@Injectable()
export class TellPeople {
  constructor(
    private readonly people: PeopleQueries,
    private readonly writeNotices: WriteNotices,
    private readonly markBreachNotified: MarkBreachNotified,
  ) {}

  @On(TicketCreated, { name: 'notifications.tell-new-ticket' })
  async opened(event: DeskEvent<PayloadOf<typeof TicketCreated>>): Promise<void> {
    await this.tell(event, ['ticket_opened']);
  }

  @On(TicketAssigned, { name: 'notifications.tell-assignment' })
  async assigned(event: DeskEvent<PayloadOf<typeof TicketAssigned>>): Promise<void> {
    await this.tell(event, ['ticket_assigned'], {}, { agentId: event.payload.agentId });
  }

  @On(TicketChanged, { name: 'notifications.tell-change' })
  async changed(event: DeskEvent<PayloadOf<typeof TicketChanged>>): Promise<void> {
    const { changes, byComment } = event.payload;
    const newAgent = changes.assigned_agent_id?.after;
    const toldOtherwise = typeof newAgent === 'string' ? [newAgent] : [];
    await this.tell(event, happeningsOf(changes, byComment), { changes }, { toldOtherwise });
  }

  @On(CommentAdded, { name: 'notifications.tell-comment' })
  async commented(event: DeskEvent<PayloadOf<typeof CommentAdded>>): Promise<void> {
    const { commentType, byStaff, excerpt } = event.payload;
    const happening = happeningOfComment(commentType, byStaff);
    if (happening !== null) await this.tell(event, [happening], { excerpt });
  }

  @On(SlaBreached, { name: 'notifications.tell-breach' })
  async breached(event: DeskEvent<PayloadOf<typeof SlaBreached>>): Promise<void> {
    const { breachId, breachType } = event.payload;
    await this.tell(event, ['deadline_missed'], { breachType });
    await this.markBreachNotified.run(SYSTEM, { breachId });
  }

  private async tell(
    event: DeskEvent<TicketRef>,
    happenings: readonly Happening[],
    about: Partial<Told> = {},
    more: Partial<People> = {},
  ): Promise<void> {
    const { ticketId, reference, title, customerId, assignedAgentId } = event.payload;
    const recipients = recipientsOf(happenings, {
      customerId,
      agentId: assignedAgentId,
      managerIds: concernsManagers(happenings) ? await this.people.managerIds() : [],
      actorId: event.actor.kind === 'person' ? event.actor.id : null,
      ...more,
    });
    const told: Told = { reference, title, ...namesOf(event.actor), ...about };
    const notices = recipients.map(({ userId, reason, type, happening }) => ({
      userId,
      type,
      forCustomers: reason === 'customer' || 'customer' in RECIPIENTS[happening],
      ...noticeText(happening, reason, told),
    }));
    await this.writeNotices.run(event.id, ticketId, notices);
  }
}

function namesOf(actor: EventActor): Pick<Told, 'actorName' | 'publicActorName'> {
  if (actor.kind === 'person') return { actorName: actor.name, publicActorName: actor.name };
  return { actorName: actor.kind === 'rule' ? `The rule “${actor.name}”` : DESK, publicActorName: DESK };
}
