import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

import { Avatars } from '@desk/domains/accounts';
import { Clock } from '@desk/platform/clock';
import { DomainError } from '@desk/platform/errors';
import { etagOf } from '@desk/platform/http';
import type { PersonActor } from '@desk/platform/security';

import { ReadTickets } from '../actions/read-tickets';
import { StaleTicket } from '../model/errors';
import { type TicketDetailView, toTicketDetailView, type Viewer } from './ticket.dto';

/** One ticket as the answer to a request: the view and its ETag. */
@Injectable()
export class TicketViews {
  constructor(
    private readonly clock: Clock,
    private readonly read: ReadTickets,
    private readonly avatars: Avatars,
  ) {}

  viewer(actor: PersonActor): Viewer {
    return { actor, avatarOf: this.avatars.shownTo(actor), now: this.clock.now() };
  }

  async one(actor: PersonActor, key: string | number, reply: FastifyReply): Promise<TicketDetailView> {
    const { row, around } = await this.read.one(actor, key);
    const view = toTicketDetailView(row, around, this.viewer(actor));
    void reply.header('ETag', etagOf(view.version));
    return view;
  }

  /** A write from a stale version is answered with the ticket as it is now. */
  async orCurrent<T>(
    actor: PersonActor,
    key: string,
    reply: FastifyReply,
    write: () => Promise<T>,
  ): Promise<T> {
    try {
      return await write();
    } catch (error) {
      if (!(error instanceof StaleTicket)) throw error;
      const current = await this.one(actor, key, reply);
      throw new DomainError('stale', error.code, error.message, { extra: { current } });
    }
  }
}
