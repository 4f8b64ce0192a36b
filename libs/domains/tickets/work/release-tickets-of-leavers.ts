import { Injectable } from '@nestjs/common';

import { PersonDeactivated, RoleChanged } from '@desk/domains/accounts';
import type { PersonRef } from '@desk/domains/accounts';
import { On } from '@desk/platform/events';
import type { DeskEvent } from '@desk/platform/events';
import { SYSTEM } from '@desk/platform/security';

import { ReleaseTickets } from '../actions/release-tickets';

/** Nobody waits for an answer of somebody who cannot give it any more. */
@Injectable()
export class ReleaseTicketsOfLeavers {
  constructor(private readonly releaseTickets: ReleaseTickets) {}

  /** Outside a unit of work, because it takes several of its own: somebody may hold thousands. */
  @On<PersonRef>([PersonDeactivated, RoleChanged], { name: 'tickets.release-tickets', outside: true })
  async left({ payload }: DeskEvent<PersonRef>): Promise<void> {
    await this.releaseTickets.run(SYSTEM, { userId: payload.userId });
  }
}
