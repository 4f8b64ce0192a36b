import { CallHandler, ExecutionContext, Injectable, NestInterceptor } from '@nestjs/common';
import { Observable } from 'rxjs';

import { IdempotencyInterceptor } from './idempotency.interceptor';
import { MultipartInterceptor } from './multipart.interceptor';

/** What stands before the handlers that write: files first, then the key of a repeated request. */
@Injectable()
export class WritingInterceptor implements NestInterceptor {
  constructor(
    private readonly multipart: MultipartInterceptor,
    private readonly idempotency: IdempotencyInterceptor,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return this.multipart.intercept(context, {
      handle: () => this.idempotency.intercept(context, next),
    });
  }
}
