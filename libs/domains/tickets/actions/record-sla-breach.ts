import { Injectable } from '@nestjs/common';

import { BreachType } from '@desk/contracts';
import { Clock } from '@desk/platform/clock';
import { UnitOfWork } from '@desk/platform/database';
import { Actor } from '@desk/platform/security';

import { Activities } from '../store/activities';

/** The line in the trail that a deadline passed; for staff only. */
@Injectable()
export class RecordSlaBreach {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly activities: Activities,
  ) {}

  async run(
    actor: Actor,
    input: { ticketId: number; breachType: BreachType; deadline: Date },
  ): Promise<void> {
    const { breachType, deadline } = input;
    await this.unitOfWork.run(() =>
      this.activities.record(input.ticketId, actor, this.clock.now(), [
        {
          type: 'sla_breached',
          oldValue: deadline.toISOString(),
          newValue: breachType,
          description: `SLA deadline for ${breachType} missed`,
          isPublic: false,
        },
      ]),
    );
  }
}
