import { Injectable } from '@nestjs/common';

import { CommentAdded, TicketChanged, TicketChanges, TicketDeleted } from '@desk/domains/tickets';
import { Within } from '@desk/platform/events';
import type { DeskEvent } from '@desk/platform/events';
import { SYSTEM } from '@desk/platform/security';

import type { EventOf } from '../../model/events';
import { ANSWERED, ClockMove, movesOfPolicy, movesOfStatus, WITHDRAWN } from '../../model/moves';
import { Policies } from '../../store/policies';
import { MoveClocks } from '../move-clocks';

/** What happens to a ticket moves its clocks in the same transaction, so that the answer already shows it. */
@Injectable()
export class FollowTicket {
  constructor(
    private readonly policies: Policies,
    private readonly moveClocks: MoveClocks,
  ) {}

  @Within(CommentAdded, { order: 10 })
  async onCommentAdded(event: EventOf<typeof CommentAdded>): Promise<void> {
    if (event.payload.firstResponse) await this.move(event, new Date(event.payload.at), ANSWERED);
  }

  @Within(TicketChanged, { order: 10 })
  async onTicketChanged(event: EventOf<typeof TicketChanged>): Promise<void> {
    const { changes, at } = event.payload;
    await this.move(event, new Date(at), await this.movesOf(changes));
  }

  @Within(TicketDeleted, { order: 10 })
  async onTicketDeleted(event: EventOf<typeof TicketDeleted>): Promise<void> {
    const { ticketId } = event.payload;
    await this.moveClocks.run(SYSTEM, { ticketId, moves: WITHDRAWN, at: event.at, cause: event, gone: true });
  }

  /** The new promise first: a ticket that is made urgent and solved in one act is judged as an urgent one. */
  private async movesOf({ priority, status }: TicketChanges): Promise<readonly ClockMove[]> {
    const promised =
      priority === undefined ? [] : movesOfPolicy(await this.policies.forPriority(priority.after));
    return [...promised, ...(status === undefined ? [] : movesOfStatus(status.before, status.after))];
  }

  private async move(
    event: DeskEvent<{ ticketId: number }>,
    at: Date,
    moves: readonly ClockMove[],
  ): Promise<void> {
    if (moves.length === 0) return;
    await this.moveClocks.run(SYSTEM, { ticketId: event.payload.ticketId, moves, at, cause: event });
  }
}
