import { Injectable } from '@nestjs/common';

import { Schedule } from '@desk/platform/schedule';

import { SweepSessions } from '../actions/sweep-sessions';

@Injectable()
export class ForgetSessions {
  constructor(private readonly sweepSessions: SweepSessions) {}

  @Schedule({ name: 'accounts.forget-sessions', everySeconds: 6 * 60 * 60 })
  async run(): Promise<void> {
    await this.sweepSessions.run();
  }
}
