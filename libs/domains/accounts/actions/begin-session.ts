import { Injectable } from '@nestjs/common';

import { Clock } from '@desk/platform/clock';
import { Config } from '@desk/platform/config';
import { plainIp } from '@desk/platform/security';

import { Session, SessionKind } from '../model/session';
import { User } from '../model/user';
import { Sessions } from '../store/sessions';
import { Users } from '../store/users';
import { Caller, userAgentOf } from './caller';
import { NoteAttempt } from './note-attempt';

export interface Beginning {
  kind: SessionKind;
  /** The address that the sign-in gave, for the audit. */
  email: string;
  /** When they proved who they are, if that was elsewhere; null where nobody says. */
  provenAt?: Date | null;
}

/**
 * What follows once somebody has proved who they are, by whatever means: the session, its line in the login audit and
 * the time of the last login. Within the unit of work that held the person and judged them; the tokens follow from the
 * session once it is committed (`Tokens.pair`).
 */
@Injectable()
export class BeginSession {
  constructor(
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly users: Users,
    private readonly sessions: Sessions,
    private readonly noteAttempt: NoteAttempt,
  ) {}

  async run(caller: Caller, { id }: User, { kind, email, provenAt }: Beginning): Promise<Session> {
    const now = this.clock.now();
    const owner = { userId: id, kind, ip: plainIp(caller.ip), userAgent: userAgentOf(caller) };
    const session = Session.begin(owner, now, this.config.refreshTtlSeconds);
    // A provider's clock may be ahead.
    if (provenAt !== undefined) session.proven_at = provenAt !== null && provenAt > now ? now : provenAt;
    await this.sessions.add(session);
    await this.users.noteLogin(id, now);
    await this.noteAttempt.run(caller, 'success', { email, userId: id });
    return session;
  }
}
