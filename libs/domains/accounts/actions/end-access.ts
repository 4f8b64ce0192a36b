import { Injectable } from '@nestjs/common';

import { Clock } from '@desk/platform/clock';

import { RevokedReason } from '../model/session';
import { ApiTokens } from '../store/api-tokens';
import { Sessions } from '../store/sessions';

/** Every way in that a person has opened so far is shut: within the unit of work of whatever makes it so. */
@Injectable()
export class EndAccess {
  constructor(
    private readonly clock: Clock,
    private readonly sessions: Sessions,
    private readonly apiTokens: ApiTokens,
  ) {}

  /** @param keep the session that stays, if one does. */
  async of(userId: string, reason: RevokedReason, keep: string | null = null): Promise<void> {
    const now = this.clock.now();
    await this.sessions.revokeAllOf(userId, reason, now, keep);
    await this.apiTokens.revokeAllOf(userId, reason, now);
  }
}
