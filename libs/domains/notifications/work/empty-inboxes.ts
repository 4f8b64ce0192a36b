import { Injectable } from '@nestjs/common';

import { Schedule } from '@desk/platform/schedule';

import { ForgetRead } from '../actions/forget-read';

@Injectable()
export class EmptyInboxes {
  constructor(private readonly forgetRead: ForgetRead) {}

  @Schedule({ name: 'notifications.forget-read', everySeconds: 60 * 60 })
  async run(): Promise<void> {
    await this.forgetRead.run();
  }
}
