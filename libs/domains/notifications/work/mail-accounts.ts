import { Injectable } from '@nestjs/common';

import {
  EmailChanged,
  EmailChangeRequested,
  EmailVerificationRequested,
  PasswordChanged,
  PasswordResetRequested,
  PeopleQueries,
  PersonInvited,
  SecurityChanged,
} from '@desk/domains/accounts';
import { type DeskEvent, On } from '@desk/platform/events';

import {
  changedMail,
  changeNoticeMail,
  changeProofMail,
  invitationMail,
  passwordChangedMail,
  resetMail,
  securityChangedMail,
  verifyMail,
} from '../model/account-mail-texts';
import { AccountMails, plain } from './account-mails';
import { type PayloadOf } from './payload-of';

const DESK = 'The help desk';

/** What happened to an account, told to whose it is. */
@Injectable()
export class MailAccounts {
  constructor(
    private readonly people: PeopleQueries,
    private readonly accountMails: AccountMails,
  ) {}

  @On(PasswordResetRequested, { name: 'notifications.mail-password-reset' })
  async resetRequested({ id, payload }: DeskEvent<PayloadOf<typeof PasswordResetRequested>>): Promise<void> {
    const { userId, linkId, email: to } = payload;
    const page = 'reset-password';
    await this.accountMails.send({ cause: `${id}:${userId}`, userId, to, linkId, page, write: resetMail });
  }

  @On(PasswordChanged, { name: 'notifications.mail-password-changed' })
  async passwordChanged({ id, payload }: DeskEvent<PayloadOf<typeof PasswordChanged>>): Promise<void> {
    const { userId } = payload;
    const page = 'forgot-password';
    await this.accountMails.send({ cause: `${id}:${userId}`, userId, page, write: passwordChangedMail });
  }

  @On(PersonInvited, { name: 'notifications.mail-invitation' })
  async invited({ id, actor, payload }: DeskEvent<PayloadOf<typeof PersonInvited>>): Promise<void> {
    const { userId, linkId, email: to } = payload;
    // Withdrawn or accepted meanwhile.
    if (!(await this.people.isInvited(userId))) return;
    const inviter = actor.kind === 'person' ? plain(actor.name) : DESK;
    await this.accountMails.send({
      cause: `${id}:${userId}`,
      userId,
      to,
      linkId,
      page: 'invitation',
      isDue: () => true,
      write: (mail) => invitationMail({ ...mail, inviter }),
    });
  }

  @On(EmailVerificationRequested, { name: 'notifications.mail-email-verification' })
  async verify({ id, payload }: DeskEvent<PayloadOf<typeof EmailVerificationRequested>>): Promise<void> {
    const { userId, linkId, email: to } = payload;
    const page = 'verify-email';
    await this.accountMails.send({ cause: `${id}:${userId}`, userId, to, linkId, page, write: verifyMail });
  }

  /** The new address has to prove itself, the old one hears of it while it still holds. */
  @On(EmailChangeRequested, { name: 'notifications.mail-email-change' })
  async changeRequested({ id, payload }: DeskEvent<PayloadOf<typeof EmailChangeRequested>>): Promise<void> {
    const { userId, linkId, email, before } = payload;
    await this.accountMails.send({
      cause: `${id}:${userId}:proof`,
      userId,
      to: email,
      linkId,
      page: 'change-email',
      write: (mail) => changeProofMail({ ...mail, newEmail: email }),
    });
    await this.accountMails.send({
      cause: `${id}:${userId}:notice`,
      userId,
      to: before,
      page: 'forgot-password',
      write: (mail) => changeNoticeMail({ ...mail, newEmail: email }),
    });
  }

  @On(EmailChanged, { name: 'notifications.mail-email-changed' })
  async changed({ id, payload }: DeskEvent<PayloadOf<typeof EmailChanged>>): Promise<void> {
    const { userId, before: to } = payload;
    const page = 'login';
    await this.accountMails.send({
      cause: `${id}:${userId}`,
      userId,
      to,
      page,
      write: (mail) => changedMail({ ...mail, oldEmail: to }),
    });
  }

  @On(SecurityChanged, { name: 'notifications.mail-security-changed' })
  async securityChanged({ id, payload }: DeskEvent<PayloadOf<typeof SecurityChanged>>): Promise<void> {
    const { userId, change } = payload;
    await this.accountMails.send({
      cause: `${id}:${userId}`,
      userId,
      page: 'forgot-password',
      write: (mail) => securityChangedMail({ ...mail, change }),
    });
  }
}
