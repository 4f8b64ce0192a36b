import { Injectable } from '@nestjs/common';

import { Clock } from '@desk/platform/clock';
import { OneAtATime } from '@desk/platform/concurrency';
import { UnitOfWork } from '@desk/platform/database';
import { DomainError } from '@desk/platform/errors';
import { networkOf } from '@desk/platform/security';

import { held, invalidCredentials, otpRefused, otpRequired } from '../model/errors';
import { emailKey } from '../model/folding';
import { heldUntil, LOOK_BACK_MS } from '../model/lockout';
import { LoginStatus } from '../model/login-audit-log';
import { Session, SessionKind } from '../model/session';
import { User } from '../model/user';
import { LoginAudits } from '../store/login-audits';
import { Users } from '../store/users';
import { BeginSession } from './begin-session';
import { Caller } from './caller';
import { CheckSecondFactor } from './check-second-factor';
import { Attempt, NoteAttempt } from './note-attempt';
import { PasswordHasher } from './password-hasher';
import { TokenPair, Tokens } from './tokens';

export interface Credentials {
  email: string;
  password: string;
  kind: SessionKind;
  /** Of the authenticator app, or a recovery code. */
  otp?: string;
}

/** Why nobody is signed in, and how the audit calls it. */
interface Refusal {
  note: LoginStatus;
  /** The password was right: noted, but not held against its owner. */
  isNoGuess?: boolean;
  error: () => DomainError;
}

const WRONG: Refusal = { note: 'failed', error: invalidCredentials };

/** Email address, password and second factor for a session. Whatever is wrong, the answer and its cost are the same. */
@Injectable()
export class SignIn {
  /** A burst of guesses at one address must not all be judged by the same count of failures. */
  private readonly perAddress = new OneAtATime();

  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly users: Users,
    private readonly audits: LoginAudits,
    private readonly hasher: PasswordHasher,
    private readonly tokens: Tokens,
    private readonly checkSecondFactor: CheckSecondFactor,
    private readonly beginSession: BeginSession,
    private readonly noteAttempt: NoteAttempt,
  ) {}

  run(caller: Caller, credentials: Credentials): Promise<TokenPair> {
    return this.perAddress.run(emailKey(credentials.email), () => this.attempt(caller, credentials));
  }

  private async attempt(caller: Caller, credentials: Credentials): Promise<TokenPair> {
    const user = await this.users.byEmail(credentials.email);
    await this.refuseWhileHeld(caller, credentials.email, user);
    const right = await this.hasher.matches(credentials.password, user?.password_hash ?? null);
    const opened = await this.unitOfWork.run(async () => {
      const outcome = right && user !== null ? await this.open(caller, credentials, user) : WRONG;
      if (outcome instanceof Session) return outcome;
      const { note, isNoGuess } = outcome;
      await this.noteAttempt.run(caller, note, { ...attemptAt(credentials.email, user), isNoGuess });
      return outcome;
    });
    // Only here, because an error inside would take the note back.
    if (!(opened instanceof Session)) throw opened.error();
    return this.tokens.pair(opened);
  }

  /** A network that signed in to this account before is its owner's: guesses from elsewhere do not lock them out. */
  private async refuseWhileHeld(caller: Caller, email: string, user: User | null): Promise<void> {
    const now = this.clock.now();
    const since = new Date(Math.max(now.getTime() - LOOK_BACK_MS, user?.password_reset_at?.getTime() ?? 0));
    const until = heldUntil(await this.audits.failuresSince(emailKey(email), since), now);
    if (until === null) return;
    if (user !== null && (await this.audits.hasSignedInFrom(user.id, networkOf(caller.ip)))) return;
    await this.unitOfWork.run(() => this.noteAttempt.run(caller, 'locked', attemptAt(email, user)));
    throw held(Math.ceil((until.getTime() - now.getTime()) / 1000));
  }

  /** Looks again: while the password was checked the account may have been deactivated or got another one. */
  private async open(caller: Caller, credentials: Credentials, checked: User): Promise<Session | Refusal> {
    const user = await this.users.hold(checked.id);
    if (user === null || !user.is_active || user.password_hash !== checked.password_hash) return WRONG;
    const verdict = await this.checkSecondFactor.run(caller, user.id, credentials.otp);
    // Noted as well, because whoever stops here knows the password; most are its owner on the way in.
    if (verdict.kind === 'required') return { note: 'failed', isNoGuess: true, error: otpRequired };
    if (verdict.kind === 'wrong') return { note: 'failed', error: otpRefused };
    if (verdict.kind === 'held') return { note: 'locked', error: () => held(verdict.seconds) };
    return this.beginSession.run(caller, user, credentials);
  }
}

function attemptAt(email: string, user: User | null): Attempt {
  return { email, userId: user?.id ?? null };
}
