import { Injectable } from '@nestjs/common';

import { isStaff } from '@desk/contracts';
import {
  PasswordChanged,
  PasswordResetRequested,
  PeopleQueries,
  type PersonBrief,
} from '@desk/domains/accounts';
import { Config } from '@desk/platform/config';
import { type DeskEvent, On } from '@desk/platform/events';
import { LINK_TOKEN, Mails } from '@desk/platform/mail';

import { type AccountMail, passwordChangedMail, resetMail } from '../model/account-mail-texts';
import { type MailText } from '../model/mail-layout';
import { type PayloadOf } from './payload-of';

/** Mail about somebody's own account: whatever else they want mailed, this is. */
@Injectable()
export class MailAccounts {
  constructor(
    private readonly config: Config,
    private readonly people: PeopleQueries,
    private readonly mails: Mails,
  ) {}

  @On(PasswordResetRequested, { name: 'notifications.mail-password-reset' })
  async resetRequested({ id, payload }: DeskEvent<PayloadOf<typeof PasswordResetRequested>>): Promise<void> {
    const person = await this.people.find(payload.userId);
    if (person === null || !person.is_active) return;
    const { email, linkId } = payload;
    const page = `reset-password#token=${LINK_TOKEN}`;
    await this.mail(id, person, resetMail, { page, email, linkId });
  }

  @On(PasswordChanged, { name: 'notifications.mail-password-changed' })
  async passwordChanged({ id, payload }: DeskEvent<PayloadOf<typeof PasswordChanged>>): Promise<void> {
    const person = await this.people.find(payload.userId);
    if (person === null || !person.is_active) return;
    await this.mail(id, person, passwordChangedMail, { page: 'forgot-password', email: person.email });
  }

  private async mail(
    eventId: string,
    { id, role, full_name: name }: PersonBrief,
    write: (mail: AccountMail) => MailText,
    { page, email, linkId }: { page: string; email: string; linkId?: string },
  ): Promise<void> {
    const { publicUrl, urlPrefix } = this.config;
    const link = `${publicUrl}${urlPrefix}${isStaff(role) ? '/console' : ''}/accounts/${page}`;
    const text = write({ name, email, link });
    await this.mails.queue({ to: email, cause: `${eventId}:${id}`, linkId, ...text });
  }
}
