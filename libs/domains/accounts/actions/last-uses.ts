import { Injectable, Logger, OnModuleDestroy } from '@nestjs/common';

import { Clock } from '@desk/platform/clock';
import { UnitOfWork } from '@desk/platform/database';

import { ApiTokens } from '../store/api-tokens';
import { Sessions } from '../store/sessions';

/** How old a last use may be before it is written again: nobody reads it to the second. */
const SESSION_STEP_MS = 5 * 60_000;
const TOKEN_STEP_MS = 60_000;
/** Uses of that long are written together. */
const GATHER_MS = 1000;

/** When sessions and API tokens were last used, without a write for every request. */
@Injectable()
export class LastUses implements OnModuleDestroy {
  private readonly logger = new Logger(LastUses.name);
  private readonly sessionIds = new Set<string>();
  private readonly tokenIds = new Set<string>();
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: Sessions,
    private readonly apiTokens: ApiTokens,
  ) {}

  ofSession(id: string, last: Date): void {
    this.note(this.sessionIds, id, last, SESSION_STEP_MS);
  }

  ofToken(id: string, last: Date | null): void {
    this.note(this.tokenIds, id, last, TOKEN_STEP_MS);
  }

  /** Writes what has gathered. A failure costs a displayed time, so it is not tried again. */
  async flush(): Promise<void> {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    const sessionIds = take(this.sessionIds);
    const tokenIds = take(this.tokenIds);
    if (sessionIds.length + tokenIds.length === 0) return;
    const now = this.clock.now();
    try {
      await this.unitOfWork.run(async () => {
        if (sessionIds.length > 0) await this.sessions.noteUse(sessionIds, now);
        if (tokenIds.length > 0) await this.apiTokens.noteUse(tokenIds, now);
      });
    } catch (error) {
      this.logger.warn(`Last uses were not written: ${String(error)}`);
    }
  }

  async onModuleDestroy(): Promise<void> {
    await this.flush();
  }

  private note(ids: Set<string>, id: string, last: Date | null, step: number): void {
    if (last !== null && this.clock.now().getTime() - last.getTime() < step) return;
    ids.add(id);
    this.timer ??= setTimeout(() => void this.flush(), GATHER_MS).unref();
  }
}

/** As many as one statement may name; the rest are noted again at their next use. */
function take(ids: Set<string>): string[] {
  const taken = [...ids].slice(0, 500);
  ids.clear();
  return taken;
}
