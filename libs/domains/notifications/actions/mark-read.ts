import { Injectable } from '@nestjs/common';

import type { NotificationView } from '@desk/contracts';
import { Clock } from '@desk/platform/clock';
import { UnitOfWork } from '@desk/platform/database';
import { notFound } from '@desk/platform/errors';
import { PersonActor } from '@desk/platform/security';

import { Notifications } from '../store/notifications';
import { InboxPushes } from './inbox-pushes';
import { NotificationQueries } from './notification-queries';

/** Reading one in one tab clears it in the others. Reading it again changes nothing. */
@Injectable()
export class MarkRead {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly notifications: Notifications,
    private readonly queries: NotificationQueries,
    private readonly pushes: InboxPushes,
  ) {}

  async run(actor: PersonActor, { id }: { id: string }): Promise<NotificationView> {
    return this.unitOfWork.run(async () => {
      await this.notifications.markRead(actor.id, id, this.clock.now());
      const row = await this.notifications.find(actor.id, id);
      if (row === null) throw notFound('notification');
      this.pushes.changed(actor.id);
      const [view] = await this.queries.views([row]);
      if (view === undefined) throw notFound('notification');
      return view;
    });
  }
}
