import { Injectable, Logger } from '@nestjs/common';

import { Clock } from '@desk/platform/clock';
import { Config } from '@desk/platform/config';
import { UnitOfWork } from '@desk/platform/database';
import { EventBus } from '@desk/platform/events';
import { SYSTEM } from '@desk/platform/security';

import { sessionEnded } from '../model/errors';
import { SessionEnded } from '../model/events';
import { expiryAfter, SessionKind } from '../model/session';
import { Sessions } from '../store/sessions';
import { AnsweredRotations } from './answered-rotations';
import { Caller } from './caller';
import { RefreshClaims, TokenPair, Tokens } from './tokens';

export interface Renewal {
  token: string;
  /** Which of the two routes it came by; each renews only sessions of its own kind. */
  kind: SessionKind;
}

/** A refresh token for a new pair. A used one is a theft and ends the whole family, unless it merely came late. */
@Injectable()
export class RenewSession {
  private readonly logger = new Logger(RenewSession.name);

  constructor(
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly unitOfWork: UnitOfWork,
    private readonly events: EventBus,
    private readonly sessions: Sessions,
    private readonly tokens: Tokens,
    private readonly answered: AnsweredRotations,
  ) {}

  async run(caller: Caller, { token, kind }: Renewal): Promise<TokenPair> {
    const arrivedAt = new Date(this.clock.now().getTime() - caller.waitedMs);
    const claims = this.tokens.readRefresh(token);
    if (claims === null) throw sessionEnded();
    // Read outside the unit of work: what was committed when this request was already here.
    const before = await this.sessions.withOwner(claims.family);
    if (before === null || before.kind !== kind || before.user_id !== claims.userId) throw sessionEnded();
    const wasCurrent = before.generation === claims.generation;
    let rotates = false;
    const pair = await this.unitOfWork
      .run(async () => {
        const fresh = await this.rotate(claims);
        rotates = fresh !== null;
        if (rotates) this.answered.begin(claims.family);
        return fresh ?? (await this.judgeUsed(claims, arrivedAt, wasCurrent));
      })
      .finally(() => (rotates ? this.answered.end(claims.family) : undefined));
    // Only here, because an error inside would take the family's end back.
    if (pair === null) throw sessionEnded();
    return pair;
  }

  private async rotate({ family, generation }: RefreshClaims): Promise<TokenPair | null> {
    const now = this.clock.now();
    if (
      !(await this.sessions.rotate(family, generation, now, expiryAfter(now, this.config.refreshTtlSeconds)))
    ) {
      return null;
    }
    const session = await this.sessions.withOwner(family);
    if (session === null || !session.is_active) throw sessionEnded();
    return this.tokens.pair(session);
  }

  private async judgeUsed(
    { family, generation }: RefreshClaims,
    arrivedAt: Date,
    wasCurrent: boolean,
  ): Promise<TokenPair | null> {
    const now = this.clock.now();
    const session = await this.sessions.byId(family);
    if (session === null || !session.isLive(now) || generation > session.generation) return null;
    const arrivedBefore =
      wasCurrent || arrivedAt < session.rotated_at || this.answered.hadNotBy(arrivedAt, family);
    if (session.forgives({ generation, arrivedBefore, byCookie: session.kind === 'browser', now })) {
      return this.tokens.pair(session);
    }
    this.logger.warn(`A used refresh token came again; session ${family} is over`);
    await this.sessions.revoke(family, 'reuse', now);
    await this.events.publish(SessionEnded, SYSTEM, { userId: session.user_id, sessionId: family });
    return null;
  }
}
