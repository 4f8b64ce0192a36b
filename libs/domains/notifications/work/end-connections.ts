import { Injectable } from '@nestjs/common';

import { PasswordChanged, PersonDeactivated, type PersonRef, RoleChanged } from '@desk/domains/accounts';
import { type DeskEvent, On } from '@desk/platform/events';
import { Realtime } from '@desk/platform/realtime';

import { type PayloadOf } from './payload-of';

/** Ends the sockets of people whose sessions have ended: what they were connected as is no longer true. */
@Injectable()
export class EndConnections {
  constructor(private readonly realtime: Realtime) {}

  @On<PersonRef>([PersonDeactivated, RoleChanged], { name: 'notifications.end-connections', outside: true })
  async ended({ payload }: DeskEvent<PersonRef>): Promise<void> {
    this.realtime.disconnectPerson(payload.userId);
  }

  @On(PasswordChanged, { name: 'notifications.end-other-connections', outside: true })
  async passwordChanged({ payload }: DeskEvent<PayloadOf<typeof PasswordChanged>>): Promise<void> {
    this.realtime.disconnectPerson(payload.userId, payload.keptSessionId);
  }
}
