import { type Schema } from '@desk/platform/database';

import { Notification } from './model/notification';
import { Notifications1700000006000 } from './store/migrations/notifications-1700000006000';

export { Notify, type NotifyInput } from './actions/notify';
export { NotificationsModule } from './notifications.module';

export const notificationsSchema: Schema = {
  entities: [Notification],
  migrations: [Notifications1700000006000],
};
