import { createHash } from 'node:crypto';

import { DynamicModule, Global, Module } from '@nestjs/common';

import { type DatabaseTarget } from '@desk/platform/config';

import { RedisLink } from './redis-link';

/** Only part of the application where `REDIS_URL` is set. */
@Global()
@Module({})
export class RedisModule {
  static of(redisUrl: string, database: DatabaseTarget): DynamicModule {
    return {
      module: RedisModule,
      providers: [{ provide: RedisLink, useFactory: () => RedisLink.to(redisUrl, prefixOf(database)) }],
      exports: [RedisLink],
    };
  }
}

/** The same for all processes of one database, whatever name each has for its server. */
function prefixOf(database: DatabaseTarget): string {
  const name = database.engine === 'mysql' ? new URL(database.url).pathname.slice(1) : database.file;
  return `desk:${createHash('sha256').update(name).digest('hex').slice(0, 12)}`;
}
