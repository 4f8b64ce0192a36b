import { CanActivate, ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

import { Config, Limit } from '@desk/platform/config';
import { DomainError } from '@desk/platform/errors';
import { DeskRequest } from '@desk/platform/security';

const GUESSABLE = 'desk:guessable';

/** Marks a route that offers something guessable: it counts against `THROTTLE_LOGIN` of the network it comes from. */
export function Guessable(): MethodDecorator {
  return SetMetadata(GUESSABLE, true);
}

/** Requests below `/api/`: anonymous ones per network, a bearer client's and our own applications' per person. */
@Injectable()
export class ThrottleGuard implements CanActivate {
  private readonly anon: RateLimiterMemory | null;
  private readonly user: RateLimiterMemory | null;
  private readonly login: RateLimiterMemory | null;
  private readonly session: RateLimiterMemory | null;

  constructor(
    private readonly reflector: Reflector,
    config: Config,
  ) {
    this.anon = limiter('anon', config.throttle.anon);
    this.user = limiter('user', config.throttle.user);
    this.login = limiter('login', config.throttle.login);
    this.session = limiter('session', config.throttle.session);
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest & DeskRequest>();
    if (!request.url.startsWith('/api/')) return true;
    const { actor } = request;
    if (this.reflector.get<boolean | undefined>(GUESSABLE, context.getHandler()) === true) {
      await take(this.login, request.ip);
    } else if (actor) {
      await take(actor.browser ? this.session : this.user, actor.id);
    } else {
      await take(this.anon, request.ip);
    }
    return true;
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
