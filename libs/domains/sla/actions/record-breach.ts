import { Injectable } from '@nestjs/common';

import type { BreachType } from '@desk/contracts';
import { RecordSlaBreach, TicketQueries } from '@desk/domains/tickets';
import { Clock } from '@desk/platform/clock';
import { UnitOfWork } from '@desk/platform/database';
import { EventBus } from '@desk/platform/events';
import { Actor, SYSTEM } from '@desk/platform/security';

import { SlaBreached } from '../model/events';
import { Breaches } from '../store/breaches';

export interface RecordBreachInput {
  ticketId: number;
  breachType: BreachType;
  policyId: number | null;
  deadline: Date;
}

/** Puts a missed deadline on record and tells of it: record, activity and event once per deadline, however often asked. */
@Injectable()
export class RecordBreach {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly events: EventBus,
    private readonly breaches: Breaches,
    private readonly tickets: TicketQueries,
    private readonly recordActivity: RecordSlaBreach,
  ) {}

  /** @returns false when the miss was on record already. */
  async run(_actor: Actor, input: RecordBreachInput): Promise<boolean> {
    return this.unitOfWork.run(async () => {
      const { ticketId, breachType, policyId, deadline } = input;
      const ticket = await this.tickets.facts(ticketId);
      if (ticket === null) return false;
      const detectedAt = this.clock.present();
      const breachId = await this.breaches.addOnce({
        ticket_id: ticketId,
        policy_id: policyId,
        breach_type: breachType,
        deadline,
        breached_at: deadline,
        detected_at: detectedAt,
        notified: false,
      });
      if (breachId === null) return false;
      await this.recordActivity.run(SYSTEM, { ticketId, breachType, deadline });
      await this.events.publish(SlaBreached, SYSTEM, {
        ticketId,
        reference: ticket.reference,
        title: ticket.title,
        customerId: ticket.customerId,
        assignedAgentId: ticket.assignedAgentId,
        version: ticket.version,
        publicVersion: ticket.publicVersion,
        isPublic: false,
        breachId,
        breachType,
        policyId,
        deadline: deadline.toISOString(),
        detectedAt: detectedAt.toISOString(),
      });
      return true;
    });
  }
}
