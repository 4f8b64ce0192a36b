import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { PassportModule } from '@nestjs/passport';

import { HealthController } from './health.controller';
import { IdempotencyInterceptor } from './idempotency.interceptor';
import { MeasureServices } from './measure-services';
import { MultipartInterceptor } from './multipart.interceptor';
import { ProblemFilter } from './problem.filter';
import { RequestLog, RequestLogList } from './request-log';
import { CountedAccessGuard, ThrottleGuard } from './throttle.guard';
import { Throttles } from './throttles';
import { UploadsController } from './uploads.controller';
import { createValidationPipe } from './validation.pipe';

/** The rules every route stands under. Guards run in the order given here. Global for the routes that write. */
@Global()
@Module({
  imports: [PassportModule],
  controllers: [HealthController, UploadsController],
  providers: [
    Throttles,
    MeasureServices,
    { provide: APP_GUARD, useClass: CountedAccessGuard },
    { provide: APP_GUARD, useClass: ThrottleGuard },
    MultipartInterceptor,
    IdempotencyInterceptor,
    RequestLog,
    RequestLogList,
    { provide: APP_PIPE, useFactory: createValidationPipe },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
  exports: [Throttles, MultipartInterceptor, IdempotencyInterceptor, RequestLog, RequestLogList],
})
export class HttpModule {}
