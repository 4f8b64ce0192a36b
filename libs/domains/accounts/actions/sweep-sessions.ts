import { Injectable } from '@nestjs/common';

import { Clock } from '@desk/platform/clock';
import { UnitOfWork } from '@desk/platform/database';

import { ApiTokens } from '../store/api-tokens';
import { OneTimeLinks } from '../store/one-time-links';
import { Sessions } from '../store/sessions';

/** Kept that long after their end, so that their owner can still see them; links are kept as long. */
const KEPT_MS = 30 * 24 * 60 * 60_000;

@Injectable()
export class SweepSessions {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: Sessions,
    private readonly apiTokens: ApiTokens,
    private readonly links: OneTimeLinks,
  ) {}

  async run(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - KEPT_MS);
    await this.unitOfWork.run(async () => {
      await this.sessions.deleteExpiredBefore(before);
      await this.apiTokens.deleteRevokedBefore(before);
      await this.links.deleteExpiredBefore(before);
    });
  }
}
