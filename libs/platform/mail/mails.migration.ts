import { type columnsFor, CreateTables } from '@desk/platform/database';

export class Mails1700000000600 extends CreateTables {
  readonly name = 'Mails1700000000600';

  protected tables(column: ReturnType<typeof columnsFor>) {
    return [
      {
        name: 'mails',
        columns: [
          column.uuidKey(),
          column.text('to_address', 254),
          column.text('subject', 255),
          column.long('text'),
          column.long('html'),
          column.text('message_id', 190),
          column.text('state', 10),
          column.text('cause', 190),
          column.instant('created_at'),
          column.instant('sent_at?'),
          column.text('last_error?', 500),
        ],
        indexes: { ix_mails_state_id: ['state', 'id'] },
        uniques: { ux_mails_cause: ['cause'] },
      },
    ];
  }
}
