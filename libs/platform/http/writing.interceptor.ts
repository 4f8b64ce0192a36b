import { CallHandler, ExecutionContext, Injectable, NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Observable } from 'rxjs';

import { IdempotencyInterceptor } from './idempotency.interceptor';
import { MultipartInterceptor } from './multipart.interceptor';

/**
 * What stands before the handlers that write: files first, then the key of a repeated request. One interceptor for both,
 * because each global one costs every request, reads included, a few per cent of its time.
 */
@Injectable()
export class WritingInterceptor implements NestInterceptor {
  constructor(
    private readonly multipart: MultipartInterceptor,
    private readonly idempotency: IdempotencyInterceptor,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.switchToHttp().getRequest<FastifyRequest>().method === 'GET') return next.handle();
    return this.multipart.intercept(context, {
      handle: () => this.idempotency.intercept(context, next),
    });
  }
}
