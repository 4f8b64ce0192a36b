import { Entity, Index } from 'typeorm';

import {
  columnsFor,
  CreateTables,
  InstantColumn,
  IntColumn,
  LongColumn,
  TextColumn,
  UuidColumn,
  UuidPrimaryColumn,
} from '@desk/platform/database';

/** The first answer to a POST that carried an Idempotency-Key, kept for a day. */
@Entity('idempotency_keys')
@Index('ux_idempotency_keys_person_key', ['person_id', 'idempotency_key'], { unique: true })
@Index('ix_idempotency_keys_created_at', ['created_at'])
export class IdempotencyKey {
  @UuidPrimaryColumn()
  id!: string;

  @UuidColumn()
  person_id!: string;

  @TextColumn(200)
  idempotency_key!: string;

  /** Of route and body, under a key of the workspace: a body may hold a password. */
  @TextColumn(64)
  request_hash!: string;

  @IntColumn()
  status!: number;

  @LongColumn()
  response!: string;

  @InstantColumn()
  created_at!: Date;
}

export class IdempotencyKeys1700000000600 extends CreateTables {
  readonly name = 'IdempotencyKeys1700000000600';

  protected tables(column: ReturnType<typeof columnsFor>) {
    return [
      {
        name: 'idempotency_keys',
        columns: [
          column.uuidKey(),
          column.uuid('person_id'),
          column.text('idempotency_key', 200),
          column.text('request_hash', 64),
          column.int('status'),
          column.long('response'),
          column.instant('created_at'),
        ],
        indexes: { ix_idempotency_keys_created_at: ['created_at'] },
        uniques: { ux_idempotency_keys_person_key: ['person_id', 'idempotency_key'] },
      },
    ];
  }
}
