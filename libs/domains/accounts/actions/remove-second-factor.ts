import { Injectable } from '@nestjs/common';

import { Clock } from '@desk/platform/clock';
import { UnitOfWork } from '@desk/platform/database';
import { notFound } from '@desk/platform/errors';
import { EventBus } from '@desk/platform/events';
import { Actor, personId } from '@desk/platform/security';

import { SecurityChanged, SessionsEnded } from '../model/events';
import { requireProven } from '../model/proof';
import { SecondFactors } from '../store/second-factors';
import { Sessions } from '../store/sessions';
import { Users } from '../store/users';

/**
 * Sign-in asks for a password alone again: by oneself, or by a superadmin for somebody who has lost telephone and
 * recovery codes. They are signed out then: whoever had taken the telephone may be in.
 */
@Injectable()
export class RemoveSecondFactor {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly events: EventBus,
    private readonly users: Users,
    private readonly sessions: Sessions,
    private readonly factors: SecondFactors,
  ) {}

  async run(actor: Actor, userId: string): Promise<void> {
    const now = this.clock.now();
    requireProven(actor, now);
    const isOwn = userId === personId(actor);
    await this.unitOfWork.run(async () => {
      if ((await this.users.hold(userId)) === null) throw notFound('user');
      const factor = await this.factors.hold(userId);
      await this.factors.remove(userId);
      if (factor?.isActive === true)
        await this.events.publish(SecurityChanged, actor, { userId, change: 'factor_removed' });
      if (isOwn) return;
      await this.sessions.revokeAllOf(userId, 'ended', now);
      await this.events.publish(SessionsEnded, actor, { userId, keptSessionId: null });
    });
  }
}
