import {
  CallHandler,
  CanActivate,
  ExecutionContext,
  Injectable,
  NestInterceptor,
  SetMetadata,
  UseGuards,
  UseInterceptors,
  applyDecorators,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { catchError, Observable } from 'rxjs';

import { DomainError } from '@desk/platform/errors';
import { CountsByItself, Throttles } from '@desk/platform/http';
import { Authenticator } from '@desk/platform/security';

import { sessionTokenOf } from './session-cookie';

const OFFERS = 'accounts:offers';
type Offers = 'cookie' | 'body';

/** A renewal counts for the person whose session it renews, and as a guess when the token it offers is none. */
export function CountsAsRenewal(offers: Offers): MethodDecorator {
  return applyDecorators(
    SetMetadata(OFFERS, offers),
    CountsByItself(),
    UseGuards(RenewalThrottle),
    UseInterceptors(RenewalThrottle),
  );
}

@Injectable()
export class RenewalThrottle implements CanActivate, NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly throttles: Throttles,
    private readonly authenticator: Authenticator,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const cookie = this.cookieOf(context);
    const person = cookie === null ? null : await this.authenticator.fromSessionCookie(cookie);
    if (person === null) await this.throttles.countStranger(request.ip);
    else await this.throttles.countPerson(person);
    return true;
  }

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    return next.handle().pipe(
      catchError(async (error: unknown) => {
        const isRefused = error instanceof DomainError && error.kind === 'unauthenticated';
        // A browser that has no session asks without a cookie, and guesses at nothing.
        if (isRefused && this.offersToken(context)) await this.throttles.countGuess(request.ip);
        throw error;
      }),
    );
  }

  private offersToken(context: ExecutionContext): boolean {
    return this.offers(context) === 'body' || this.cookieOf(context) !== null;
  }

  private cookieOf(context: ExecutionContext): string | null {
    if (this.offers(context) !== 'cookie') return null;
    return sessionTokenOf(context.switchToHttp().getRequest<FastifyRequest>());
  }

  private offers(context: ExecutionContext): Offers {
    return this.reflector.get<Offers>(OFFERS, context.getHandler());
  }
}
