import { Injectable } from '@nestjs/common';

import { SLA_CLOCK_KINDS } from '@desk/contracts';
import { TicketCreated } from '@desk/domains/tickets';
import { Within } from '@desk/platform/events';
import { SYSTEM } from '@desk/platform/security';

import { AROUND_THE_CLOCK } from '../../model/calendar';
import { SlaClock } from '../../model/clock';
import { deriveClock } from '../../model/derive-clock';
import type { EventOf } from '../../model/events';
import { promiseFor } from '../../model/moves';
import { Clocks, NewClockEvent } from '../../store/clocks';
import { Policies } from '../../store/policies';
import { StampTicket } from '../stamp-ticket';

/**
 * Both clocks of a new ticket, with its deadlines, before the answer goes out. Clocks run without a policy too: they
 * promise nothing then, but keep the time for a policy that comes to apply later.
 */
@Injectable()
export class StartClocks {
  constructor(
    private readonly policies: Policies,
    private readonly clocks: Clocks,
    private readonly stamp: StampTicket,
  ) {}

  @Within(TicketCreated, { order: 10 })
  async onTicketCreated(event: EventOf<typeof TicketCreated>): Promise<void> {
    const { ticketId, priority, createdAt } = event.payload;
    const policy = await this.policies.forPriority(priority);
    const events = SLA_CLOCK_KINDS.map((clock): NewClockEvent => ({
      ticket_id: ticketId,
      clock,
      happening: 'started',
      at: new Date(createdAt),
      ...promiseFor(policy, clock),
      cause: event.name,
      cause_id: event.id,
    }));
    const clocks = events.map((started) =>
      SlaClock.started(ticketId, started.clock, deriveClock([started], AROUND_THE_CLOCK)),
    );
    await this.clocks.start(clocks, events);
    if (policy !== null) await this.stamp.run(SYSTEM, { ticketId, clocks, isNew: true });
  }
}
