import { Injectable } from '@nestjs/common';

import { Clock } from '@desk/platform/clock';
import { UnitOfWork } from '@desk/platform/database';
import { Actor } from '@desk/platform/security';

import { AROUND_THE_CLOCK } from '../model/calendar';
import { SlaClock } from '../model/clock';
import { SlaClockEvent } from '../model/clock-event';
import { accepts, deriveClock } from '../model/derive-clock';
import { ClockMove } from '../model/moves';
import { Clocks, DueClock, NewClockEvent } from '../store/clocks';
import { MissDeadline } from './miss-deadline';
import { RecordBreach } from './record-breach';
import { StampTicket } from './stamp-ticket';

export interface MoveClocksInput {
  ticketId: number;
  moves: readonly ClockMove[];
  /** When it happened. */
  at: Date;
  /** The product's event that moved the clocks. */
  cause: { name: string; id: string };
  /** The ticket is out of sight: its clocks move, but nothing is shown on it and nobody is alarmed. */
  gone?: boolean;
}

/** Adds to the history of a ticket's clocks and brings everything derived from it up to date: clocks, ticket, breaches. */
@Injectable()
export class MoveClocks {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly clocks: Clocks,
    private readonly stamp: StampTicket,
    private readonly recordBreach: RecordBreach,
    private readonly missDeadline: MissDeadline,
  ) {}

  async run(actor: Actor, input: MoveClocksInput): Promise<void> {
    await this.unitOfWork.run(async () => {
      const { ticketId } = input;
      const clocks = await this.upToDate(actor, input);
      const history = await this.clocks.historyOf(ticketId);
      const happened = happenings(history, input);
      if (happened.length === 0) return;
      await this.clocks.record(happened);
      const missed = this.follow(clocks, [...history, ...happened]);
      for (const clock of clocks) await this.clocks.save(clock);
      if (input.gone === true) return;
      await this.stamp.run(actor, { ticketId, clocks });
      for (const { kind, policy_id, deadline } of missed) {
        await this.recordBreach.run(actor, { ticketId, breachType: kind, policyId: policy_id, deadline });
      }
    });
  }

  /** What had fallen due before this act goes on record first, as if the sweep had come by in between. */
  private async upToDate(actor: Actor, { ticketId, at }: MoveClocksInput): Promise<SlaClock[]> {
    const clocks = await this.clocks.ofTicket(ticketId);
    const due = dueBefore(at, clocks);
    if (due.length === 0) return clocks;
    for (const clock of due) await this.missDeadline.run(actor, clock);
    return this.clocks.ofTicket(ticketId);
  }

  /** Whatever is late is noticed here, not at the next sweep: an answer that comes too late is a breach all the same. */
  private follow(clocks: readonly SlaClock[], history: readonly NewClockEvent[]) {
    const now = this.clock.now();
    return clocks.flatMap((clock) => {
      const deadline = clock.follow(deriveClock(ownFacts(history, clock.kind), AROUND_THE_CLOCK), now);
      return deadline === null ? [] : [{ kind: clock.kind, policy_id: clock.policy_id, deadline }];
    });
  }
}

function dueBefore(at: Date, clocks: readonly SlaClock[]): DueClock[] {
  return clocks
    .flatMap(({ id, ticket_id, kind, policy_id, state, deadline }) =>
      state === 'running' && deadline !== null && deadline < at
        ? [{ id, ticket_id, kind, policy_id, deadline }]
        : [],
    )
    .sort((one, other) => one.deadline.getTime() - other.deadline.getTime());
}

/** The moves that mean something after this history, as lines of it. */
function happenings(
  history: readonly SlaClockEvent[],
  { ticketId, moves, at, cause }: MoveClocksInput,
): NewClockEvent[] {
  return moves.reduce<NewClockEvent[]>((added, move) => {
    const { phase } = deriveClock(ownFacts([...history, ...added], move.clock), AROUND_THE_CLOCK);
    if (!accepts(phase, move.happening)) return added;
    return [...added, { ...move, ticket_id: ticketId, at, cause: cause.name, cause_id: cause.id }];
  }, []);
}

function ownFacts(history: readonly NewClockEvent[], kind: SlaClock['kind']): NewClockEvent[] {
  return history.filter((event) => event.clock === kind);
}
