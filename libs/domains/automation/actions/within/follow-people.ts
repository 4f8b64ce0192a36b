import { Injectable } from '@nestjs/common';

import { type TicketStatus, UNSOLVED_STATUSES } from '@desk/contracts';
import { CommentAdded, TicketChanged, TicketCreated, TicketDeleted } from '@desk/domains/tickets';
import { DeskEvent, EventDefinition, Within } from '@desk/platform/events';

import { Episodes } from '../../store/episodes';

const AFTER_RULES = { order: 30 };

type EventOf<D> = D extends EventDefinition<infer P> ? DeskEvent<P> : never;

/** Keeps since when each ticket has been quiet. Only people break the silence. */
@Injectable()
export class FollowPeople {
  constructor(private readonly episodes: Episodes) {}

  @Within(TicketCreated, AFTER_RULES)
  async created({ payload }: EventOf<typeof TicketCreated>): Promise<void> {
    await this.episodes.begin(payload.ticketId, new Date(payload.createdAt));
  }

  @Within(CommentAdded, AFTER_RULES)
  async commented({ actor, at, payload }: EventOf<typeof CommentAdded>): Promise<void> {
    if (actor.kind === 'person') await this.episodes.beginAnew(payload.ticketId, at);
  }

  /** What a person has solved waits for nobody. */
  @Within(TicketChanged, AFTER_RULES)
  async changed({ actor, at, payload }: EventOf<typeof TicketChanged>): Promise<void> {
    if (actor.kind !== 'person') return;
    const status = payload.changes.status?.after;
    if (status !== undefined && !isUnsolved(status)) await this.episodes.end(payload.ticketId);
    else await this.episodes.beginAnew(payload.ticketId, at);
  }

  @Within(TicketDeleted, AFTER_RULES)
  async deleted({ payload }: EventOf<typeof TicketDeleted>): Promise<void> {
    await this.episodes.end(payload.ticketId);
  }
}

function isUnsolved(status: TicketStatus): boolean {
  const unsolved: readonly TicketStatus[] = UNSOLVED_STATUSES;
  return unsolved.includes(status);
}
