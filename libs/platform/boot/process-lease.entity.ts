import { Entity, PrimaryColumn } from 'typeorm';

import {
  columnsFor,
  CreateTables,
  InstantColumn,
  IntColumn,
  type Schema,
  TextColumn,
  UuidColumn,
} from '@desk/platform/database';

/** A process that serves a database: without Redis there is one. */
@Entity('process_lease')
export class ProcessLeaseRow {
  @PrimaryColumn({ type: 'varchar', length: 50 })
  name!: string;

  @UuidColumn()
  holder!: string;

  @TextColumn(255)
  host!: string;

  /** Where `pid` and `started` say which process it is. */
  @TextColumn(255)
  place!: string;

  @IntColumn()
  pid!: number;

  @TextColumn(50)
  started!: string;

  @InstantColumn()
  ends_at!: Date;
}

export class ProcessLease1700000000700 extends CreateTables {
  readonly name = 'ProcessLease1700000000700';

  protected tables(column: ReturnType<typeof columnsFor>) {
    return [
      {
        name: 'process_lease',
        columns: [
          column.textKey('name', 50),
          column.uuid('holder'),
          column.text('host', 255),
          column.text('place', 255),
          column.int('pid'),
          column.text('started', 50),
          column.instant('ends_at'),
        ],
      },
    ];
  }
}

export const bootSchema: Schema = { entities: [ProcessLeaseRow], migrations: [ProcessLease1700000000700] };
