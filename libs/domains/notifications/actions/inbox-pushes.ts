import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';

import type { NotificationsServerEvents } from '@desk/contracts';
import { UnitOfWork } from '@desk/platform/database';
import { personRoom, Realtime } from '@desk/platform/realtime';

import { Notifications, type NotificationRow } from '../store/notifications';
import { NotificationQueries } from './notification-queries';

/** Milliseconds. */
export const BETWEEN_COUNTS = 200;

/** From the beginning of a count until there may be another; `isStale` when something has come meanwhile. */
interface Pause {
  isStale: boolean;
  /** Undefined while the count is under way. */
  timer?: NodeJS.Timeout;
}

/** Tells a person's open tabs what has become of their inbox, once that is committed. */
@Injectable()
export class InboxPushes implements OnModuleDestroy {
  private readonly logger = new Logger('InboxPushes');
  /** By user id. */
  private readonly pauses = new Map<string, Pause>();
  private isEnding = false;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly realtime: Realtime,
    private readonly notifications: Notifications,
    private readonly queries: NotificationQueries,
  ) {}

  /** Needs an open unit of work; so does `changed`. */
  arrived(added: readonly { userId: string; row: NotificationRow }[]): void {
    if (added.length === 0) return;
    this.unitOfWork.afterCommit(async () => {
      const views = await this.queries.views(added.map(({ row }) => row));
      for (const [index, { userId }] of added.entries()) {
        const view = views[index];
        if (view !== undefined) this.push(userId, 'notification', view);
        await this.pushCount(userId);
      }
    });
  }

  changed(userId: string): void {
    this.unitOfWork.afterCommit(() => this.pushCount(userId));
  }

  /**
   * Sockets and database stay for as long as a proxy needs, and jobs end: what waits is told now, and nothing pauses from
   * here on, since no count may come when the database is closed.
   */
  async onModuleDestroy(): Promise<void> {
    this.isEnding = true;
    const waiting = [...this.pauses].filter(([, { timer }]) => timer !== undefined);
    await Promise.all(
      waiting.map(([userId, { timer }]) => {
        clearTimeout(timer);
        return this.endPause(userId);
      }),
    );
  }

  /**
   * At once, and while more comes at most once a pause: a count looks at every unread notice, and of many only the last
   * is true anyway. The pause begins after the push, so no later count arrives before it.
   */
  private async pushCount(userId: string): Promise<void> {
    const running = this.pauses.get(userId);
    if (running !== undefined) {
      running.isStale = true;
      return;
    }
    const pause: Pause = { isStale: false };
    this.pauses.set(userId, pause);
    try {
      this.push(userId, 'unread_count', { count: await this.notifications.unreadCount(userId) });
    } finally {
      if (this.isEnding) await this.endPause(userId);
      else pause.timer = setTimeout(() => void this.endPause(userId), BETWEEN_COUNTS).unref();
    }
  }

  private async endPause(userId: string): Promise<void> {
    const isStale = this.pauses.get(userId)?.isStale === true;
    this.pauses.delete(userId);
    if (!isStale) return;
    try {
      await this.pushCount(userId);
    } catch (error) {
      this.logger.error(`The unread notices were not counted: ${String(error)}`);
    }
  }

  private push<E extends keyof NotificationsServerEvents>(
    userId: string,
    event: E,
    payload: Parameters<NotificationsServerEvents[E]>[0],
  ): void {
    this.realtime.toRoom(personRoom(userId), event, payload);
  }
}
