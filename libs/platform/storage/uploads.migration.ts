import { type columnsFor, CreateTables } from '@desk/platform/database';

export class Uploads1700000000500 extends CreateTables {
  readonly name = 'Uploads1700000000500';

  protected tables(column: ReturnType<typeof columnsFor>) {
    return [
      {
        name: 'uploads',
        columns: [
          column.uuidKey(),
          column.uuid('owner_id'),
          column.text('filename', 255),
          column.text('content_type', 100),
          column.int('file_size'),
          column.text('sha256', 64),
          column.instant('created_at'),
          column.instant('claimed_at?'),
        ],
        indexes: { ix_uploads_claimed_at: ['claimed_at', 'created_at'], ix_uploads_sha256: ['sha256'] },
      },
    ];
  }
}
