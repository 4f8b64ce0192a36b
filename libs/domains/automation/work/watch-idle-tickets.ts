import { Injectable } from '@nestjs/common';

import { Schedule } from '@desk/platform/schedule';
import { SYSTEM } from '@desk/platform/security';

import { RunIdleRules } from '../actions/run-idle-rules';

@Injectable()
export class WatchIdleTickets {
  constructor(private readonly runIdleRules: RunIdleRules) {}

  @Schedule({ name: 'automation.run-idle-rules', everySeconds: 60 })
  async run(): Promise<void> {
    await this.runIdleRules.run(SYSTEM);
  }
}
