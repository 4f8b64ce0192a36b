import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

import { Config, Limit } from '@desk/platform/config';
import { DomainError } from '@desk/platform/errors';
import { PersonActor } from '@desk/platform/security';

/** The product's limits. Each call counts once and throws `throttled` when there were too many. */
@Injectable()
export class Throttles {
  private readonly anon: RateLimiterMemory | null;
  private readonly user: RateLimiterMemory | null;
  private readonly login: RateLimiterMemory | null;
  private readonly session: RateLimiterMemory | null;

  constructor({ throttle }: Config) {
    this.anon = limiter('anon', throttle.anon);
    this.user = limiter('user', throttle.user);
    this.login = limiter('login', throttle.login);
    this.session = limiter('session', throttle.session);
  }

  /** Somebody unknown, by network. */
  async countStranger(ip: string): Promise<void> {
    await take(this.anon, ip);
  }

  /** A guess, by network: at a password, or a refresh token that is none. */
  async countGuess(ip: string): Promise<void> {
    await take(this.login, ip);
  }

  /** Somebody known, by person: our own applications have a limit of their own. */
  async countPerson({ id, browser }: PersonActor): Promise<void> {
    await take(browser ? this.session : this.user, id);
  }
}

function limiter(keyPrefix: string, limit: Limit | null): RateLimiterMemory | null {
  return limit === null
    ? null
    : new RateLimiterMemory({ keyPrefix, points: limit.requests, duration: limit.seconds });
}

async function take(limiter: RateLimiterMemory | null, key: string): Promise<void> {
  try {
    await limiter?.consume(key);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    throw new DomainError('too_many', 'throttled', 'Too many requests; try again later', {
      retryAfterSeconds: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)),
    });
  }
}
