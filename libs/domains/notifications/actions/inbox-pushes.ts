import { setImmediate } from 'node:timers/promises';

import { Injectable } from '@nestjs/common';

import type { NotificationsServerEvents } from '@desk/contracts';
import { UnitOfWork } from '@desk/platform/database';
import { personRoom, Realtime } from '@desk/platform/realtime';

import { Notifications, type NotificationRow } from '../store/notifications';
import { NotificationQueries } from './notification-queries';

/** Tells a person's open tabs what has become of their inbox, once that is committed. */
@Injectable()
export class InboxPushes {
  private readonly counting = new Set<string>();

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

  /** Counted once for all that is committed together: only the last count is true of it anyway. */
  private async pushCount(userId: string): Promise<void> {
    if (this.counting.has(userId)) return;
    this.counting.add(userId);
    await setImmediate();
    this.counting.delete(userId);
    this.push(userId, 'unread_count', { count: await this.notifications.unreadCount(userId) });
  }

  private push<E extends keyof NotificationsServerEvents>(
    userId: string,
    event: E,
    payload: Parameters<NotificationsServerEvents[E]>[0],
  ): void {
    this.realtime.toRoom(personRoom(userId), event, payload);
  }
}
