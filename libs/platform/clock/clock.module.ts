import { type DynamicModule, Global, Module } from '@nestjs/common';

import { Clock } from './clock';

@Global()
@Module({ providers: [Clock], exports: [Clock] })
export class ClockModule {
  /** With a clock that somebody else moves: the demo's loader. */
  static of(clock: Clock): DynamicModule {
    return { module: ClockModule, providers: [{ provide: Clock, useValue: clock }], exports: [Clock] };
  }
}
