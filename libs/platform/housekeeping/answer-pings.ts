import { Injectable } from '@nestjs/common';

import { Ping, PING } from '@desk/platform/events';
import { Job } from '@desk/platform/queue';

@Injectable()
export class AnswerPings {
  constructor(private readonly ping: Ping) {}

  @Job(PING)
  async answer(payload: { id: string }): Promise<void> {
    await this.ping.answer(payload);
  }
}
