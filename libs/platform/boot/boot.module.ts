import { DynamicModule, Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { ScheduleModule } from '@nestjs/schedule';

import { Measures } from '@desk/platform/metrics';
import { ThisProcess } from '@desk/platform/process';
import { Scheduler } from '@desk/platform/schedule';

import { Discover } from './discover';
import { ProcessLease } from './process-lease';
import { PROCESS_ROLES, ProcessRole, Processes } from './processes';

@Global()
@Module({})
export class BootModule {
  static forRoles(roles: readonly ProcessRole[]): DynamicModule {
    return {
      module: BootModule,
      imports: [DiscoveryModule, ScheduleModule.forRoot()],
      providers: [
        { provide: PROCESS_ROLES, useValue: roles },
        Measures,
        Scheduler,
        Discover,
        ProcessLease,
        ThisProcess,
        Processes,
      ],
      exports: [Measures, Processes, Scheduler],
    };
  }
}
