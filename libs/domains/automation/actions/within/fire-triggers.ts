import { Injectable } from '@nestjs/common';

import { SlaBreached } from '@desk/domains/sla';
import { CommentAdded, TicketChanged, TicketCreated } from '@desk/domains/tickets';
import { DeskEvent, EventDefinition, Within } from '@desk/platform/events';

import { changedFields } from '../../model/changed-fields';
import { RunRules } from '../run-rules';

const AFTER_SLA = { order: 20 };

type EventOf<D> = D extends EventDefinition<infer P> ? DeskEvent<P> : never;

/** Each event that rules may wait for, in the transaction that causes it: the answer to the request shows what they did. */
@Injectable()
export class FireTriggers {
  constructor(private readonly runRules: RunRules) {}

  @Within(TicketCreated, AFTER_SLA)
  async created({ actor, payload }: EventOf<typeof TicketCreated>): Promise<void> {
    // Nothing of rules has touched a new ticket yet, so what its event says holds and spares most rules any read.
    const { ticketId, title, priority, status, source } = payload;
    await this.runRules.run(actor, {
      event: 'ticket_created',
      ticketId,
      known: { title, priority, status, source },
    });
  }

  @Within(TicketChanged, AFTER_SLA)
  async changed({ actor, payload }: EventOf<typeof TicketChanged>): Promise<void> {
    await this.runRules.run(actor, {
      event: 'ticket_updated',
      ticketId: payload.ticketId,
      changed: changedFields(payload.changes),
      known: {},
    });
    // Taking the agent away is a change of the ticket, not an assignment.
    const heldBy = payload.changes.assigned_agent_id?.after ?? null;
    if (heldBy === null) return;
    const { ticketId } = payload;
    await this.runRules.run(actor, { event: 'ticket_assigned', ticketId, heldBy, known: {} });
  }

  @Within(CommentAdded, AFTER_SLA)
  async commented({ actor, payload }: EventOf<typeof CommentAdded>): Promise<void> {
    await this.runRules.run(actor, {
      event: 'ticket_commented',
      ticketId: payload.ticketId,
      comment: { id: payload.commentId, authorRole: actor.kind === 'person' ? actor.role : 'system' },
      known: {},
    });
  }

  @Within(SlaBreached, AFTER_SLA)
  async breached({ actor, payload }: EventOf<typeof SlaBreached>): Promise<void> {
    await this.runRules.run(actor, { event: 'sla_breach', ticketId: payload.ticketId, known: {} });
  }
}
