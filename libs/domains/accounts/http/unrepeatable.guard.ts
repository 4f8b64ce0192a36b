import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/**
 * Drops an Idempotency-Key. What these routes answer must not be kept, what they count must stay counted when they
 * refuse, and their hashing must not hold the transaction that a key opens around a request.
 */
@Injectable()
export class UnrepeatableGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    delete context.switchToHttp().getRequest<FastifyRequest>().headers['idempotency-key'];
    return true;
  }
}
