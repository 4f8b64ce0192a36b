import { Injectable } from '@nestjs/common';

import { PeopleQueries } from '@desk/domains/accounts';
import { CommentAdded, TicketChanged, TicketQueries, type TicketRef } from '@desk/domains/tickets';
import { Config } from '@desk/platform/config';
import { type DeskEvent, On } from '@desk/platform/events';
import { Mails } from '@desk/platform/mail';

import { type MailText } from '../model/mail-layout';
import { type CustomerMail, replyMail, resolvedMail } from '../model/mail-texts';
import { type PayloadOf } from './payload-of';

/** Mail to a ticket's customer, when they want it: answers of staff and the resolution, never anything internal. */
@Injectable()
export class MailCustomer {
  constructor(
    private readonly config: Config,
    private readonly people: PeopleQueries,
    private readonly tickets: TicketQueries,
    private readonly mails: Mails,
  ) {}

  @On(CommentAdded, { name: 'notifications.mail-reply' })
  async replied(event: DeskEvent<PayloadOf<typeof CommentAdded>>): Promise<void> {
    const { commentType, byStaff, excerpt } = event.payload;
    if (commentType !== 'reply' || !byStaff) return;
    const authorName = event.actor.kind === 'person' ? event.actor.name : 'The help desk';
    await this.mail(event, (mail) => replyMail({ ...mail, authorName, excerpt }));
  }

  @On(TicketChanged, { name: 'notifications.mail-resolution' })
  async resolved(event: DeskEvent<PayloadOf<typeof TicketChanged>>): Promise<void> {
    if (event.payload.changes.status?.after === 'resolved') await this.mail(event, resolvedMail);
  }

  private async mail(event: DeskEvent<TicketRef>, write: (mail: CustomerMail) => MailText): Promise<void> {
    const { ticketId, reference, title, customerId } = event.payload;
    if (event.actor.kind === 'person' && event.actor.id === customerId) return;
    const customer = await this.people.find(customerId);
    if (customer === null || !(await this.people.wantsMail(customerId))) return;
    const { id, role, full_name: name, email } = customer;
    const reader = { kind: 'person', id, role, name, email, sessionId: null, browser: false } as const;
    if (!(await this.tickets.mayRead(reader, ticketId))) return;
    const link = `${this.config.publicUrl}${this.config.urlPrefix}/tickets/${reference}`;
    const text = write({ reference, title, customerName: name, link });
    await this.mails.queue({ to: email, cause: `${event.id}:${customerId}`, ...text });
  }
}
