import { Injectable } from '@nestjs/common';

import { isStaff, Role } from '@desk/contracts';
import { Clock } from '@desk/platform/clock';
import { UnitOfWork } from '@desk/platform/database';
import { notFound } from '@desk/platform/errors';
import { EventBus } from '@desk/platform/events';
import { Actor } from '@desk/platform/security';

import { lastSuperadmin } from '../model/errors';
import { EmailChanged, RoleChanged, SessionsEnded } from '../model/events';
import { requireProven } from '../model/proof';
import { requireTimeZone } from '../model/time-zone';
import { Profile, User } from '../model/user';
import { GuardedChanges, maySee, requireMayChange } from '../model/user-access';
import { Users } from '../store/users';
import { EndAccess } from './end-access';
import { OneTimeMail } from './one-time-mail';
import { SetUserActive } from './set-user-active';
import { UnlinkAll } from './unlink-all';

export type UserChanges = Partial<Profile> & GuardedChanges;

/** The address is where a new password is mailed to. */
function changesAccess(user: User, { email, role }: GuardedChanges): boolean {
  return (email !== undefined && !user.isLike(email)) || (role !== undefined && role !== user.role);
}

@Injectable()
export class UpdateUser {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly events: EventBus,
    private readonly users: Users,
    private readonly endAccess: EndAccess,
    private readonly oneTimeMail: OneTimeMail,
    private readonly setActive: SetUserActive,
    private readonly unlinkAll: UnlinkAll,
  ) {}

  async run(actor: Actor, userId: string, changes: UserChanges): Promise<void> {
    const { email, role, is_active, ...profile } = changes;
    if (profile.timezone_pref !== undefined) requireTimeZone(profile.timezone_pref);
    await this.unitOfWork.run(async () => {
      if (role !== undefined || is_active !== undefined) await this.users.holdSuperadmins();
      const user = await this.users.hold(userId);
      if (user === null || !maySee(actor, user.id)) throw notFound('user');
      requireMayChange(actor, user, changes);
      if (changesAccess(user, changes)) requireProven(actor, this.clock.now());
      user.change(profile, this.clock.now());
      if (email !== undefined) await this.move(actor, user, email);
      if (role !== undefined && role !== user.role) await this.changeRole(actor, user, role);
      await this.users.save(user);
      if (is_active !== undefined) await this.setActive.run(actor, userId, is_active);
    });
  }

  /** The new address may be somebody else's: links, sessions, tokens and identities of whoever had the old one end. */
  private async move(actor: Actor, user: User, email: string): Promise<void> {
    const before = user.email;
    const isSame = user.isLike(email);
    user.moveTo(email);
    if (isSame) return;
    user.email_verified_at = null;
    await this.oneTimeMail.endAllOf(user.id, 'any');
    await this.endAccess.of(user.id, 'email_changed');
    await this.unlinkAll.of(actor, user.id);
    await this.events.publish(SessionsEnded, actor, { userId: user.id, keptSessionId: null });
    await this.events.publish(EmailChanged, actor, { userId: user.id, before });
  }

  /** A role that changes ends every session: what was begun under the old one does not go on. */
  private async changeRole(actor: Actor, user: User, role: Role): Promise<void> {
    const before = user.role;
    if (before === 'superadmin' && !(await this.users.hasOtherActiveSuperadmin(user.id)))
      throw lastSuperadmin();
    user.become(role);
    // What joined a customer by its address alone opens no account of the staff.
    if (isStaff(role) && !isStaff(before)) await this.unlinkAll.of(actor, user.id);
    await this.endAccess.of(user.id, 'role_changed');
    await this.events.publish(RoleChanged, actor, { userId: user.id, before, after: role });
  }
}
