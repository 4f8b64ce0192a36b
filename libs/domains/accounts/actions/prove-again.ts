import { Injectable } from '@nestjs/common';

import { Clock } from '@desk/platform/clock';
import { UnitOfWork } from '@desk/platform/database';
import { DomainError, invalidField } from '@desk/platform/errors';
import { notForTokens, PersonActor } from '@desk/platform/security';

import { held, otpMissing, sessionEnded, signInAgain, wrongOtp } from '../model/errors';
import { User } from '../model/user';
import { Sessions } from '../store/sessions';
import { Users } from '../store/users';
import { Caller } from './caller';
import { CheckSecondFactor, FactorVerdict } from './check-second-factor';
import { NoteAttempt } from './note-attempt';
import { PasswordHasher } from './password-hasher';

export interface Proof {
  password?: string;
  otp?: string;
}

/**
 * A session proves once more who holds it, so that it may change what keeps the account safe: by the password, where
 * there is one, and the second factor, where there is one. Who has neither signs in again with their provider.
 */
@Injectable()
export class ProveAgain {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly users: Users,
    private readonly sessions: Sessions,
    private readonly hasher: PasswordHasher,
    private readonly checkSecondFactor: CheckSecondFactor,
    private readonly noteAttempt: NoteAttempt,
  ) {}

  /** @throws 400 naming `password` or `otp` */
  async run(caller: Caller, actor: PersonActor, proof: Proof): Promise<void> {
    const { sessionId } = actor;
    if (sessionId === null) throw notForTokens();
    const user = await this.users.byId(actor.id);
    if (user === null) throw sessionEnded();
    const byPassword = user.password_hash !== null;
    if (byPassword && proof.password === undefined) {
      throw invalidField('password', 'required', 'Type your password');
    }
    const right = !byPassword || (await this.hasher.matches(proof.password ?? '', user.password_hash));
    const refusal = await this.unitOfWork.run(async () => {
      const refused = await this.judge(caller, user, right, proof.otp);
      if (refused === null) {
        if (!(await this.sessions.prove(sessionId, this.clock.now()))) return sessionEnded();
      } else if (refused.isGuess) {
        await this.noteAttempt.run(caller, 'failed', { email: user.email, userId: user.id });
      }
      return refused?.error ?? null;
    });
    if (refusal !== null) throw refusal;
  }

  private async judge(
    caller: Caller,
    { id, password_hash }: User,
    right: boolean,
    otp: string | undefined,
  ): Promise<{ error: DomainError; isGuess: boolean } | null> {
    if (!right) {
      const error = invalidField('password', 'wrong_password', 'This is not your password');
      return { error, isGuess: true };
    }
    const verdict: FactorVerdict = await this.checkSecondFactor.run(caller, id, otp);
    if (verdict.kind === 'required') return { error: otpMissing(), isGuess: false };
    if (verdict.kind === 'held') return { error: held(verdict.seconds), isGuess: false };
    if (verdict.kind === 'wrong') return { error: wrongOtp(), isGuess: true };
    const provesNothing = verdict.kind === 'none' && password_hash === null;
    return provesNothing ? { error: signInAgain(), isGuess: false } : null;
  }
}
