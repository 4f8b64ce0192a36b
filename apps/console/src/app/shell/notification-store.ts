import { Injectable, inject, signal } from '@angular/core';
import {
  Api,
  type NotificationItemView,
  countUnreadNotifications,
  listNotifications,
  markAllNotificationsRead,
  markNotificationRead,
} from '@desk/web/api-client';
import { Realtime, loadable } from '@desk/web/core';
import { Notices } from '@desk/web/ui';

const SHOWN = 15;

/** The latest notifications of the signed-in person and how many of all are unread, kept up to date by pushes. */
@Injectable()
export class NotificationStore {
  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  private readonly realtime = inject(Realtime);
  private readonly wasOpened = signal(false);

  readonly unread = loadable({
    params: () => ({ connection: this.realtime.connections() }),
    load: async () => (await this.api.invoke(countUnreadNotifications)).count,
    keepLatest: true,
  });
  /** Asked for with the first look at them. */
  readonly latest = loadable({
    params: () => (this.wasOpened() ? { connection: this.realtime.connections() } : undefined),
    load: async () => (await this.api.invoke(listNotifications, { page_size: SHOWN })).results,
    keepLatest: true,
  });

  constructor() {
    this.realtime.on('unread_count', ({ count }) => this.unread.update(() => count));
    this.realtime.on('notification', () => this.latest.reload());
  }

  open(): void {
    if (this.wasOpened()) this.latest.reload();
    this.wasOpened.set(true);
  }

  async markRead({ id, is_read }: NotificationItemView): Promise<void> {
    if (!is_read) await this.act(() => this.api.invoke(markNotificationRead, { id }));
  }

  markAllRead(): Promise<void> {
    return this.act(() => this.api.invoke(markAllNotificationsRead));
  }

  private async act(action: () => Promise<unknown>): Promise<void> {
    try {
      await action();
      this.unread.reload();
      this.latest.reload();
    } catch (thrown) {
      this.notices.failed(thrown);
    }
  }
}
