import { Injectable } from '@nestjs/common';

import { Clock } from '@desk/platform/clock';
import { UnitOfWork } from '@desk/platform/database';
import { EventBus } from '@desk/platform/events';
import { Actor, personId } from '@desk/platform/security';
import { notFound } from '@desk/platform/errors';

import { invitationOpen, lastSuperadmin, oneself } from '../model/errors';
import { PersonActivated, PersonDeactivated } from '../model/events';
import { User } from '../model/user';
import { requireMaySwitch } from '../model/user-access';
import { Users } from '../store/users';
import { EndAccess } from './end-access';
import { OneTimeMail } from './one-time-mail';

export type ActiveWish = boolean | 'toggle';

/** People are never deleted: they are deactivated, which ends every session at once, and can be activated again. */
@Injectable()
export class SetUserActive {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly events: EventBus,
    private readonly users: Users,
    private readonly endAccess: EndAccess,
    private readonly oneTimeMail: OneTimeMail,
  ) {}

  async run(actor: Actor, userId: string, wish: ActiveWish): Promise<void> {
    await this.unitOfWork.run(async () => {
      await this.users.holdSuperadmins();
      const user = await this.users.hold(userId);
      if (user === null) throw notFound('user');
      requireMaySwitch(actor, user);
      const active = wish === 'toggle' ? !user.is_active : wish;
      if (!active && personId(actor) === user.id) throw oneself();
      if (user.invited_at !== null) return this.answerForInvited(user, active);
      if (active === user.is_active) return;
      await (active ? this.activate(actor, user) : this.deactivate(actor, user));
    });
  }

  /** Nobody is there yet who could be switched on; off withdraws the invitation. */
  private async answerForInvited(user: User, active: boolean): Promise<void> {
    if (active) throw invitationOpen();
    user.uninvite(this.clock.now());
    await this.users.save(user);
    await this.oneTimeMail.endAllOf(user.id, 'any');
  }

  private async activate(actor: Actor, user: User): Promise<void> {
    await this.save(user, true);
    await this.events.publish(PersonActivated, actor, { userId: user.id });
  }

  private async deactivate(actor: Actor, user: User): Promise<void> {
    if (user.role === 'superadmin' && !(await this.users.hasOtherActiveSuperadmin(user.id)))
      throw lastSuperadmin();
    await this.save(user, false);
    await this.endAccess.of(user.id, 'deactivated');
    await this.oneTimeMail.endAllOf(user.id, 'any');
    await this.events.publish(PersonDeactivated, actor, { userId: user.id });
  }

  private async save(user: User, active: boolean): Promise<void> {
    user.is_active = active;
    user.updated_at = this.clock.now();
    await this.users.save(user);
  }
}
