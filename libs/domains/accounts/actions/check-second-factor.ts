import { Injectable } from '@nestjs/common';

import { Clock } from '@desk/platform/clock';

import { SecondFactors } from '../store/second-factors';
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
  ) {}

  async run(userId: string, otp: string | undefined): Promise<FactorVerdict> {
    const factor = await this.factors.hold(userId);
    if (factor === null || !factor.isActive) return { kind: 'none' };
    if (otp === undefined) return { kind: 'required' };
    const now = this.clock.now();
    const until = factor.heldUntil(now);
    if (until !== null) return { kind: 'held', seconds: Math.ceil((until.getTime() - now.getTime()) / 1000) };
    const step = this.secrets.stepOf(otp, factor);
    const isRight = step !== null || (await this.factors.useCode(userId, this.secrets.codeHash(otp), now));
    if (isRight) factor.succeed(step);
    else factor.fail(now);
    await this.factors.save(factor);
    return { kind: isRight ? 'right' : 'wrong' };
  }
}
