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
import { PersonActor } from '@desk/platform/security';

import { SessionAuthenticator } from '../actions/session-authenticator';
import { SessionKind } from '../model/session';
import { sessionTokenOf } from './session-cookie';

const KIND = 'accounts:renews';

/**
 * A renewal counts for the person whose session it renews, as every other request of theirs does, and as a guess when
 * the token it offers is none, or is used up. Only one that offers no token at all is a stranger's.
 */
export function CountsAsRenewal(kind: SessionKind): MethodDecorator {
  return applyDecorators(
    SetMetadata(KIND, kind),
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
    private readonly authenticator: SessionAuthenticator,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<RenewalRequest>();
    const kind = this.reflector.get<SessionKind>(KIND, context.getHandler());
    const token = kind === 'browser' ? sessionTokenOf(request) : refreshOf(request);
    if (token === null) {
      await this.throttles.countStranger(request.ip);
      return true;
    }
    const person = await this.authenticator.fromRefreshToken(token, kind);
    if (person === null) await this.throttles.countGuess(request.ip);
    else await this.throttles.countPerson(person);
    request.renewsSessionOf = person;
    return true;
  }

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<RenewalRequest>();
    return next.handle().pipe(
      catchError(async (error: unknown) => {
        const isRefused = error instanceof DomainError && error.kind === 'unauthenticated';
        // A token that was none has been counted already.
        if (isRefused && request.renewsSessionOf) await this.throttles.countGuess(request.ip);
        throw error;
      }),
    );
  }
}

type RenewalRequest = FastifyRequest & { renewsSessionOf?: PersonActor | null };

/** Nobody has looked at the body yet. */
function refreshOf({ body }: FastifyRequest): string | null {
  const { refresh } = (body ?? {}) as { refresh?: unknown };
  return typeof refresh === 'string' ? refresh : null;
}
