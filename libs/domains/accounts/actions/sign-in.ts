import { Injectable } from '@nestjs/common';

import { Clock } from '@desk/platform/clock';
import { OneAtATime } from '@desk/platform/concurrency';
import { Config } from '@desk/platform/config';
import { UnitOfWork } from '@desk/platform/database';
import { networkOf, plainIp } from '@desk/platform/security';

import { held, invalidCredentials } from '../model/errors';
import { emailKey } from '../model/folding';
import { heldUntil, LOOK_BACK_MS } from '../model/lockout';
import { LoginStatus } from '../model/login-audit-log';
import { Session, SessionKind } from '../model/session';
import { User } from '../model/user';
import { LoginAudits } from '../store/login-audits';
import { Sessions } from '../store/sessions';
import { Users } from '../store/users';
import { Caller } from './caller';
import { PasswordHasher } from './password-hasher';
import { TokenPair, Tokens } from './tokens';

const USER_AGENT_MAX = 500;

export interface Credentials {
  email: string;
  password: string;
  kind: SessionKind;
}

/** Email address and password for a session. Whatever is wrong, the answer and its cost are the same. */
@Injectable()
export class SignIn {
  /** A burst of guesses at one address must not all be judged by the same count of failures. */
  private readonly perAddress = new OneAtATime();

  constructor(
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly unitOfWork: UnitOfWork,
    private readonly users: Users,
    private readonly sessions: Sessions,
    private readonly audits: LoginAudits,
    private readonly hasher: PasswordHasher,
    private readonly tokens: Tokens,
  ) {}

  run(caller: Caller, credentials: Credentials): Promise<TokenPair> {
    return this.perAddress.run(emailKey(credentials.email), () => this.attempt(caller, credentials));
  }

  private async attempt(caller: Caller, credentials: Credentials): Promise<TokenPair> {
    const user = await this.users.byEmail(credentials.email);
    await this.refuseWhileHeld(caller, credentials.email, user);
    const right = await this.hasher.matches(credentials.password, user?.password_hash ?? null);
    const session = await this.unitOfWork.run(async () => {
      const opened = right && user !== null ? await this.open(caller, credentials, user) : null;
      await this.note(opened === null ? 'failed' : 'success', caller, credentials.email, user);
      return opened;
    });
    if (session === null) throw invalidCredentials();
    return this.tokens.pair(session);
  }

  /** A network that signed in to this account before is its owner's: guesses from elsewhere do not lock them out. */
  private async refuseWhileHeld(caller: Caller, email: string, user: User | null): Promise<void> {
    const now = this.clock.now();
    const since = new Date(now.getTime() - LOOK_BACK_MS);
    const until = heldUntil(await this.audits.failuresSince(emailKey(email), since), now);
    if (until === null) return;
    if (user !== null && (await this.audits.hasSignedInFrom(user.id, networkOf(caller.ip)))) return;
    await this.unitOfWork.run(() => this.note('locked', caller, email, user));
    throw held(Math.ceil((until.getTime() - now.getTime()) / 1000));
  }

  /** Looks again: while the password was checked the account may have been deactivated or got another one. */
  private async open(caller: Caller, { kind }: Credentials, checked: User): Promise<Session | null> {
    const user = await this.users.hold(checked.id);
    if (user === null || !user.is_active || user.password_hash !== checked.password_hash) return null;
    const now = this.clock.now();
    const owner = {
      userId: user.id,
      kind,
      ip: plainIp(caller.ip),
      userAgent: caller.userAgent.slice(0, USER_AGENT_MAX),
    };
    const session = Session.begin(owner, now, this.config.refreshTtlSeconds);
    await this.sessions.add(session);
    await this.users.noteLogin(user.id, now);
    return session;
  }

  private note(status: LoginStatus, caller: Caller, email: string, user: User | null): Promise<void> {
    return this.audits.add({
      user_id: user?.id ?? null,
      email_attempted: email,
      email_key: emailKey(email),
      status,
      ip_address: plainIp(caller.ip),
      network: networkOf(caller.ip),
      user_agent: caller.userAgent.slice(0, USER_AGENT_MAX),
      timestamp: this.clock.now(),
    });
  }
}
