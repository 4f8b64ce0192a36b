import { Injectable } from '@nestjs/common';

import { Clock } from '@desk/platform/clock';
import { UnitOfWork } from '@desk/platform/database';
import { PersonActor } from '@desk/platform/security';

import { Sessions } from '../store/sessions';
import { Tokens } from './tokens';

/** Ends the session of the cookie, and that of the access token where one came along. Without either it is done already. */
@Injectable()
export class SignOut {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: Sessions,
    private readonly tokens: Tokens,
  ) {}

  async run(actor: PersonActor | null, cookie: string | null): Promise<void> {
    const claims = cookie === null ? null : this.tokens.readRefresh(cookie);
    const ids = [claims?.family, actor?.sessionId].filter((id) => typeof id === 'string');
    if (ids.length === 0) return;
    await this.unitOfWork.run(async () => {
      for (const id of ids) await this.sessions.revoke(id, 'signed_out', this.clock.now());
    });
  }
}
