import { Module } from '@nestjs/common';

import { AccountsModule } from '@desk/domains/accounts';
import { TicketsModule } from '@desk/domains/tickets';

import { ForgetRead } from './actions/forget-read';
import { InboxPushes } from './actions/inbox-pushes';
import { MarkAllRead } from './actions/mark-all-read';
import { MarkRead } from './actions/mark-read';
import { NotificationQueries } from './actions/notification-queries';
import { Notify } from './actions/notify';
import { ForgetStaffNotices } from './actions/within/forget-staff-notices';
import { WriteNotices } from './actions/write-notices';
import { Notifications } from './store/notifications';

/** For the domain's own http and work modules; `Notify` alone is for others. */
const OWN = [ForgetRead, MarkAllRead, MarkRead, NotificationQueries, WriteNotices];

@Module({
  imports: [AccountsModule, TicketsModule],
  providers: [...OWN, Notify, InboxPushes, ForgetStaffNotices, Notifications],
  exports: [...OWN, Notify],
})
export class NotificationsModule {}
