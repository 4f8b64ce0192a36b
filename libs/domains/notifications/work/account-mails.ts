import { Injectable } from '@nestjs/common';

import { isStaff } from '@desk/contracts';
import { PeopleQueries, type PersonBrief } from '@desk/domains/accounts';
import { Config } from '@desk/platform/config';
import { LINK_TOKEN, Mails } from '@desk/platform/mail';

import { type AccountMail } from '../model/account-mail-texts';
import { type MailText } from '../model/mail-layout';

export interface AccountMailOrder {
  /** The event, and what tells two mails of one event apart. */
  cause: string;
  userId: string;
  /** Their address unless told. */
  to?: string;
  /** Of the application that is theirs, below `accounts/`. */
  page: string;
  /** A one-time link whose token the page's address ends with. */
  linkId?: string;
  /** Whom there is still something to tell; people who are active unless told. */
  isDue?: (person: PersonBrief) => boolean;
  write: (mail: AccountMail) => MailText;
}

/** Writes mails about somebody's own account: whatever else they want mailed, these are. */
@Injectable()
export class AccountMails {
  constructor(
    private readonly config: Config,
    private readonly people: PeopleQueries,
    private readonly mails: Mails,
  ) {}

  async send({ cause, userId, page, linkId, write, ...order }: AccountMailOrder): Promise<void> {
    const person = await this.people.find(userId);
    const isDue = order.isDue ?? (({ is_active }) => is_active);
    if (person === null || !isDue(person)) return;
    const { publicUrl, urlPrefix } = this.config;
    const app = isStaff(person.role) ? '/console' : '';
    const end = linkId === undefined ? '' : `#token=${LINK_TOKEN}`;
    const link = `${publicUrl}${urlPrefix}${app}/accounts/${page}${end}`;
    const text = write({ name: plain(person.full_name), email: person.email, link });
    await this.mails.queue({ to: order.to ?? person.email, cause, linkId, ...text });
  }
}

/** What people call themselves never holds the place of a token. */
export function plain(name: string): string {
  return name.replaceAll(LINK_TOKEN, '');
}
