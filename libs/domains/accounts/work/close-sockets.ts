import { Injectable } from '@nestjs/common';

import { type DeskEvent, On } from '@desk/platform/events';
import { Realtime } from '@desk/platform/realtime';

import { SessionEnded, SessionsEnded } from '../model/events';

@Injectable()
export class CloseSockets {
  constructor(private readonly realtime: Realtime) {}

  @On(SessionEnded, { name: 'accounts.close-sockets', outside: true })
  async run({ payload }: DeskEvent<{ sessionId: string }>): Promise<void> {
    this.realtime.disconnectSession(payload.sessionId);
  }

  @On(SessionsEnded, { name: 'accounts.close-all-sockets', outside: true })
  async ofPerson({ payload }: DeskEvent<{ userId: string; keptSessionId: string | null }>): Promise<void> {
    this.realtime.disconnectPerson(payload.userId, payload.keptSessionId);
  }
}
