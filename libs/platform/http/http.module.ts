import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { PassportModule } from '@nestjs/passport';

import { HealthController } from './health.controller';
import { IdempotencyInterceptor } from './idempotency.interceptor';
import { MeasureServices } from './measure-services';
import { MultipartInterceptor } from './multipart.interceptor';
import { ProblemFilter } from './problem.filter';
import { CountedAccessGuard, ThrottleGuard } from './throttle.guard';
import { Throttles } from './throttles';
import { UploadsController } from './uploads.controller';
import { createValidationPipe } from './validation.pipe';
import { WritingInterceptor } from './writing.interceptor';

/** The rules every route stands under. Guards and interceptors run in the order given here. */
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
    { provide: APP_INTERCEPTOR, useClass: WritingInterceptor },
    { provide: APP_PIPE, useFactory: createValidationPipe },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
  exports: [Throttles],
})
export class HttpModule {}
