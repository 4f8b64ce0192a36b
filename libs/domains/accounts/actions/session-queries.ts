import { Injectable } from '@nestjs/common';

import { Clock } from '@desk/platform/clock';
import { notFound } from '@desk/platform/errors';
import { ListPage, Slice } from '@desk/platform/http';
import { PersonActor } from '@desk/platform/security';

import { requireMayTouch } from '../model/user-access';
import { SessionList, SessionRow } from '../store/session-list';
import { Users } from '../store/users';

/** Where somebody is signed in. */
@Injectable()
export class SessionQueries {
  constructor(
    private readonly clock: Clock,
    private readonly users: Users,
    private readonly sessions: SessionList,
  ) {}

  own(actor: PersonActor, page: ListPage): Promise<Slice<SessionRow>> {
    return this.sessions.liveOf(actor.id, this.clock.now(), page);
  }

  /** For those who administer people. @throws not_found, or 403 for a manager who asks about a superadmin */
  async of(actor: PersonActor, userId: string, page: ListPage): Promise<Slice<SessionRow>> {
    const user = await this.users.byId(userId);
    if (user === null) throw notFound('user');
    requireMayTouch(actor, user);
    return this.sessions.liveOf(userId, this.clock.now(), page);
  }
}
