import { Injectable, Optional } from '@nestjs/common';

import { Database } from '@desk/platform/database';
import { Measure } from '@desk/platform/metrics';
import { RedisLink } from '@desk/platform/redis';

const [UP, AWAY] = [1, 0];

/** Whether what the settings name answers. */
@Injectable()
export class MeasureServices {
  constructor(
    private readonly database: Database,
    @Optional() private readonly redis?: RedisLink,
  ) {}

  @Measure({ name: 'desk_database_up', help: '1 when the database answers this process' })
  async databaseUp(): Promise<number> {
    return this.database.rows('SELECT 1').then(
      () => UP,
      () => AWAY,
    );
  }

  @Measure({ name: 'desk_redis_up', help: '1 when Redis answers this process, or none is needed' })
  async redisUp(): Promise<number> {
    return this.redis?.isUp === false ? AWAY : UP;
  }
}
