export { pingRedis, RedisLink, type RedisUse } from './redis-link';
export { RedisModule } from './redis.module';
