import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/**
 * Drops an Idempotency-Key. What these routes answer must not be kept, and what they count must stay counted when they
 * refuse.
 */
@Injectable()
export class UnrepeatableGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    delete context.switchToHttp().getRequest<FastifyRequest>().headers['idempotency-key'];
    return true;
  }
}
