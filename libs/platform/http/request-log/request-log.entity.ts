import { Entity, Index } from 'typeorm';

import {
  type Columns,
  CreateTables,
  IdColumn,
  InstantColumn,
  IntColumn,
  SmallColumn,
  TextColumn,
  UuidColumn,
} from '@desk/platform/database';

export const PATH_MAX = 500;
export const METHOD_MAX = 20;
export const IP_MAX = 45;

/** One request that could have changed something, answered or refused. No body, no query, no secret. */
@Entity('request_log')
@Index('ix_request_log_timestamp', ['timestamp', 'id'])
@Index('ix_request_log_person', ['person_id', 'timestamp'])
export class RequestLogEntry {
  @IdColumn()
  id!: number;

  @TextColumn(METHOD_MAX)
  method!: string;

  @TextColumn(PATH_MAX)
  path!: string;

  @SmallColumn()
  status!: number;

  /** Null when nobody was signed in. */
  @UuidColumn({ nullable: true })
  person_id!: string | null;

  @TextColumn(IP_MAX)
  ip_address!: string;

  @TextColumn(36)
  request_id!: string;

  @IntColumn()
  duration_ms!: number;

  /** When it came. */
  @InstantColumn()
  timestamp!: Date;
}

export class RequestLog1795863846161 extends CreateTables {
  readonly name = 'RequestLog1795863846161';

  protected tables(column: Columns) {
    return [
      {
        name: 'request_log',
        columns: [
          column.id(),
          column.text('method', METHOD_MAX),
          column.text('path', PATH_MAX),
          column.small('status'),
          column.uuid('person_id?'),
          column.text('ip_address', IP_MAX),
          column.text('request_id', 36),
          column.int('duration_ms'),
          column.instant('timestamp'),
        ],
        indexes: {
          ix_request_log_timestamp: ['timestamp', 'id'],
          ix_request_log_person: ['person_id', 'timestamp'],
        },
      },
    ];
  }
}
