import { Injectable } from '@nestjs/common';

import { Clock } from '@desk/platform/clock';
import { networkOf } from '@desk/platform/security';

import { LoginAudits } from '../store/login-audits';
import { SecondFactors } from '../store/second-factors';
import { Caller } from './caller';
import { FactorSecrets } from './factor-secrets';

/** `none`: this person has no second factor, so nothing was asked. */
export type FactorVerdict =
  { kind: 'none' | 'required' | 'wrong' | 'right' } | { kind: 'held'; seconds: number };

/**
 * A code of the app, or a recovery code, within the unit of work of what it opens: both are used up with it. A wrong one
 * is counted, so whoever asks commits before they refuse.
 */
@Injectable()
export class CheckSecondFactor {
  constructor(
    private readonly clock: Clock,
    private readonly factors: SecondFactors,
    private readonly secrets: FactorSecrets,
    private readonly audits: LoginAudits,
  ) {}

  async run(caller: Caller, userId: string, otp: string | undefined): Promise<FactorVerdict> {
    const factor = await this.factors.hold(userId);
    if (factor === null || !factor.isActive) return { kind: 'none' };
    if (otp === undefined) return { kind: 'required' };
    const now = this.clock.now();
    const isOwn = factor.isStrained && (await this.audits.hasSignedInFrom(userId, networkOf(caller.ip)));
    const until = factor.heldUntil(now, isOwn);
    if (until !== null) return { kind: 'held', seconds: Math.ceil((until.getTime() - now.getTime()) / 1000) };
    const step = this.secrets.stepOf(otp, factor);
    const isRight = step !== null || (await this.factors.useCode(userId, this.secrets.codeHash(otp), now));
    if (isRight) factor.succeed(step);
    else factor.fail(now);
    await this.factors.save(factor);
    return { kind: isRight ? 'right' : 'wrong' };
  }
}
