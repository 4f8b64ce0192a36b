import { ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';

import { Permission, roleMay } from '@desk/contracts';
import { DomainError, forbidden } from '@desk/platform/errors';

import { PersonActor } from './actor';
import { bearerToken } from './bearer.strategy';
import { BEFORE_PROFILE, BY_LINK, CAN, PUBLIC, TokenOnPublicRoute, WITHOUT_FACTOR } from './can.decorator';
import { requireScope } from './token-rules';

export interface DeskRequest {
  method: string;
  headers: Record<string, string | string[] | undefined>;
  actor?: PersonActor | null;
  byLink?: boolean;
}

/** The door of every route, closed unless the route says otherwise. */
@Injectable()
export class AccessGuard extends AuthGuard('bearer') {
  constructor(private readonly reflector: Reflector) {
    super();
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const request = context.switchToHttp().getRequest<DeskRequest>();
    const token = this.reflector.get<TokenOnPublicRoute | undefined>(PUBLIC, context.getHandler());
    if (token !== undefined) return this.letIn(context, request, token);
    request.byLink = this.reflector.get<boolean | undefined>(BY_LINK, context.getHandler()) === true;
    await super.canActivate(context);
    const permission = this.reflector.get<Permission | undefined>(CAN, context.getHandler());
    if (permission === undefined || !request.actor || !roleMay(request.actor.role, permission)) {
      throw forbidden('Your role may not do this');
    }
    requireScope(request.actor, permission, request.method);
    this.requireFactor(context, request.actor);
    this.requireProfile(context, request.actor);
    return true;
  }

  private async letIn(
    context: ExecutionContext,
    request: DeskRequest,
    token: TokenOnPublicRoute,
  ): Promise<boolean> {
    request.actor = null;
    if (token === 'ignored' || bearerToken(request.headers['authorization']) === null) return true;
    try {
      await super.canActivate(context);
    } catch (error) {
      const isBadToken = error instanceof DomainError && error.kind === 'unauthenticated';
      if (token === 'judged' || !isBadToken) throw error;
    }
    if (request.actor) {
      requireScope(request.actor, undefined, request.method);
      this.requireFactor(context, request.actor);
    }
    this.requireProfile(context, request.actor);
    return true;
  }

  /** @throws 403 for somebody who has to set up a second factor first. */
  private requireFactor(context: ExecutionContext, { owesFactor }: PersonActor): void {
    if (owesFactor !== true || this.reflector.get(WITHOUT_FACTOR, context.getHandler()) === true) return;
    throw new DomainError(
      'forbidden',
      'mfa_required',
      'Set up a second factor first: your role must have one',
    );
  }

  private requireProfile(context: ExecutionContext, actor: PersonActor | null | undefined): void {
    if (actor?.isIncomplete !== true) return;
    if (this.reflector.get<boolean | undefined>(BEFORE_PROFILE, context.getHandler()) === true) return;
    throw new DomainError('forbidden', 'profile_incomplete', 'Complete your profile first');
  }

  override handleRequest<T>(error: unknown, actor: T | false): T {
    if (error instanceof Error) throw error;
    if (actor === false || actor === undefined || actor === null) {
      throw new DomainError('unauthenticated', 'not_signed_in', 'Sign in to do this');
    }
    return actor;
  }

  /** Passport puts whom it found under this key of the request. */
  override getAuthenticateOptions(): { property: string; session: false } {
    return { property: 'actor', session: false };
  }
}
