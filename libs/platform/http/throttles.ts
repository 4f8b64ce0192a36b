import { Injectable, Optional } from '@nestjs/common';
import {
  RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterRedis,
  RateLimiterRes,
} from 'rate-limiter-flexible';

import { Config, Limit } from '@desk/platform/config';
import { DomainError } from '@desk/platform/errors';
import { RedisLink } from '@desk/platform/redis';
import { networkOf, PersonActor } from '@desk/platform/security';

/** The product's limits. Each call counts once and throws `throttled` when there were too many. */
@Injectable()
export class Throttles {
  private readonly anon: RateLimiterAbstract | null;
  private readonly user: RateLimiterAbstract | null;
  private readonly login: RateLimiterAbstract | null;
  private readonly session: RateLimiterAbstract | null;

  constructor({ throttle }: Config, @Optional() redis?: RedisLink) {
    this.anon = limiter('anon', throttle.anon, redis);
    this.user = limiter('user', throttle.user, redis);
    this.login = limiter('login', throttle.login, redis);
    this.session = limiter('session', throttle.session, redis);
  }

  /** Somebody unknown, by network. */
  async countStranger(ip: string): Promise<void> {
    await take(this.anon, networkOf(ip));
  }

  /** A guess, by network: at a password, or a refresh token that is none. */
  async countGuess(ip: string): Promise<void> {
    await take(this.login, networkOf(ip));
  }

  /** Somebody known, by person: our own applications have a limit of their own. */
  async countPerson({ id, browser }: PersonActor): Promise<void> {
    await take(browser ? this.session : this.user, id);
  }
}

/** Counted in Redis by all processes together, where there is one, and by each alone while it is away. */
function limiter(
  name: string,
  limit: Limit | null,
  redis: RedisLink | undefined,
): RateLimiterAbstract | null {
  if (limit === null) return null;
  const { requests: points, seconds: duration } = limit;
  const alone = new RateLimiterMemory({ keyPrefix: name, points, duration });
  if (redis === undefined) return alone;
  return new RateLimiterRedis({
    storeClient: redis.for('commands'),
    keyPrefix: redis.key(`limits:${name}`),
    points,
    duration,
    rejectIfRedisNotReady: true,
    insuranceLimiter: alone,
  });
}

async function take(limiter: RateLimiterAbstract | null, key: string): Promise<void> {
  try {
    await limiter?.consume(key);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    throw new DomainError('too_many', 'throttled', 'Too many requests; try again later', {
      retryAfterSeconds: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)),
    });
  }
}
