import { HttpClient } from '@angular/common/http';
import { Injectable, inject, signal } from '@angular/core';
import { type NotificationView } from '@desk/contracts';
import { Realtime, loadable } from '@desk/web/core';
import { Notices } from '@desk/web/ui';
import { firstValueFrom } from 'rxjs';

const ADDRESS = '/api/notifications/';
const SHOWN = 15;

/** The latest notifications of the signed-in person and how many of all are unread, kept up to date by pushes. */
@Injectable()
export class NotificationStore {
  private readonly http = inject(HttpClient);
  private readonly notices = inject(Notices);
  private readonly realtime = inject(Realtime);
  private readonly wasOpened = signal(false);

  readonly unread = loadable({
    params: () => ({ connection: this.realtime.connections() }),
    load: async () =>
      (await firstValueFrom(this.http.get<{ count: number }>(`${ADDRESS}unread-count/`))).count,
    keepLatest: true,
  });
  /** Asked for with the first look at them. */
  readonly latest = loadable({
    params: () => (this.wasOpened() ? { connection: this.realtime.connections() } : undefined),
    load: async () =>
      (
        await firstValueFrom(
          this.http.get<{ results: NotificationView[] }>(ADDRESS, { params: { page_size: SHOWN } }),
        )
      ).results,
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

  async markRead(notification: NotificationView): Promise<void> {
    if (!notification.is_read) await this.post(`${ADDRESS}${notification.id}/read/`);
  }

  markAllRead(): Promise<void> {
    return this.post(`${ADDRESS}mark_all_read/`);
  }

  private async post(address: string): Promise<void> {
    try {
      await firstValueFrom(this.http.post(address, {}));
      this.unread.reload();
      this.latest.reload();
    } catch (thrown) {
      this.notices.failed(thrown);
    }
  }
}
