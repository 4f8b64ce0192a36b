import { composeMail, type MailText } from './mail-layout';

/** A mail about the account of whoever gets it. */
export interface AccountMail {
  name: string;
  email: string;
  /** The page that the mail leads to. */
  link: string;
}

export function resetMail({ name, email, link }: AccountMail): MailText {
  return composeMail('Choose a new password', {
    greeting: `Hello ${name},`,
    paragraphs: [`Somebody, probably you, asked for a new password for the account of ${email}.`],
    link: { words: 'Choose a new password', address: link },
    ending: [
      'The link works once and for 30 minutes. Choosing a new password signs you out everywhere.',
      'If it was not you, do nothing: your password stays as it is.',
    ],
  });
}

export function passwordChangedMail({ name, email, link }: AccountMail): MailText {
  return composeMail('Your password was changed', {
    greeting: `Hello ${name},`,
    paragraphs: [
      `The password of the account of ${email} was changed. Everywhere else that account is signed out now.`,
      'If it was you, there is nothing to do.',
    ],
    link: { words: 'If it was not you, choose a new password at once', address: link },
  });
}
