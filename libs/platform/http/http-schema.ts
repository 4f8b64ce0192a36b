import { type Schema } from '@desk/platform/database';

import { IdempotencyKey, IdempotencyKeys1700000000600 } from './idempotency.entity';
import { RequestLog1795863846161, RequestLogEntry } from './request-log/request-log.entity';

export const httpSchema: Schema = {
  entities: [IdempotencyKey, RequestLogEntry],
  migrations: [IdempotencyKeys1700000000600, RequestLog1795863846161],
};
