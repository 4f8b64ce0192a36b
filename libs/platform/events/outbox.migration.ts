import { type columnsFor, CreateTables } from '@desk/platform/database';

export class Outbox1700000000200 extends CreateTables {
  readonly name = 'Outbox1700000000200';

  protected tables(column: ReturnType<typeof columnsFor>) {
    return [
      {
        name: 'outbox',
        columns: [
          column.id(),
          column.text('kind', 10),
          column.text('name', 100),
          column.long('body'),
          column.instant('created_at'),
        ],
      },
      {
        name: 'receipts',
        columns: [column.textKey('id', 190), column.instant('created_at')],
        indexes: { ix_receipts_created_at: ['created_at'] },
      },
    ];
  }
}
