import { CanActivate, ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';

import { AccessGuard, DeskRequest } from '@desk/platform/security';

import { Throttles } from './throttles';

const COUNTS = 'desk:counts';
type Counts = 'as a guess' | 'by itself';

/** Marks a route that offers something guessable: it counts against `THROTTLE_LOGIN` of the network it comes from. */
export function Guessable(): MethodDecorator {
  return SetMetadata(COUNTS, 'as a guess' satisfies Counts);
}

/** Marks a route that only its own guard can count, because nobody else knows whose request it is. */
export function CountsByItself(): MethodDecorator {
  return SetMetadata(COUNTS, 'by itself' satisfies Counts);
}

/** Requests below `/api/`: anonymous ones per network, a bearer client's and our own applications' per person. */
@Injectable()
export class ThrottleGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly throttles: Throttles,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest & DeskRequest>();
    // By the route that was found, not by the address: that may be spelt in many ways.
    if (request.routeOptions.url?.startsWith('/api/') !== true) return true;
    const counts = this.reflector.get<Counts | undefined>(COUNTS, context.getHandler());
    if (counts === 'by itself') return true;
    if (counts === 'as a guess') await this.throttles.countGuess(request.ip);
    else if (request.actor) await this.throttles.countPerson(request.actor);
    else await this.throttles.countStranger(request.ip);
    return true;
  }
}

/**
 * Access, with what it refuses counted too: the throttle behind it never hears of that. A token that is over is not
 * counted as a stranger's, because every open page brings one when its computer wakes up, and renews it then. A wrong
 * API token is: nobody renews one, and each is looked up.
 */
@Injectable()
export class CountedAccessGuard extends AccessGuard {
  constructor(
    reflector: Reflector,
    private readonly throttles: Throttles,
  ) {
    super(reflector);
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    try {
      return await super.canActivate(context);
    } catch (refusal) {
      const request = context.switchToHttp().getRequest<FastifyRequest & DeskRequest>();
      if (request.actor) await this.throttles.countPerson(request.actor);
      else if (!bringsSessionToken(request)) await this.throttles.countStranger(request.ip);
      throw refusal;
    }
  }
}

function bringsSessionToken({ headers }: FastifyRequest): boolean {
  return headers.authorization !== undefined && !/^bearer\s+jrd_/i.test(headers.authorization);
}
