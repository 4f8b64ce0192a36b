import { Injectable } from '@nestjs/common';

import { Clock } from '@desk/platform/clock';
import { UnitOfWork } from '@desk/platform/database';
import { PersonActor } from '@desk/platform/security';

import { Notifications } from '../store/notifications';
import { InboxPushes } from './inbox-pushes';

@Injectable()
export class MarkAllRead {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly notifications: Notifications,
    private readonly pushes: InboxPushes,
  ) {}

  /** @returns how many were unread. */
  async run(actor: PersonActor): Promise<number> {
    return this.unitOfWork.run(async () => {
      const unread = await this.notifications.unreadCount(actor.id);
      if (unread === 0) return 0;
      await this.notifications.markAllRead(actor.id, this.clock.now());
      this.pushes.changed(actor.id);
      return unread;
    });
  }
}
