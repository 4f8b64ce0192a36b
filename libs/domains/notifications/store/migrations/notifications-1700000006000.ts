import { type columnsFor, CreateTables } from '@desk/platform/database';

export class Notifications1700000006000 extends CreateTables {
  readonly name = 'Notifications1700000006000';

  protected tables(column: ReturnType<typeof columnsFor>) {
    return [
      {
        name: 'jrd_notifications',
        columns: [
          column.uuidKey(),
          column.uuid('user_id'),
          column.text('title', 255),
          column.long('message'),
          column.text('notification_type', 25),
          column.int('ticket_id?'),
          column.bool('is_read'),
          column.instant('read_at?'),
          column.instant('created_at'),
          column.uuid('event_id'),
        ],
        indexes: {
          ix_notifications_user_created: ['user_id', 'created_at', 'id'],
          ix_notifications_user_read: ['user_id', 'is_read', 'created_at', 'id'],
          ix_notifications_read_at: ['read_at'],
        },
        uniques: { ux_notifications_user_event: ['user_id', 'event_id'] },
      },
    ];
  }
}
