import { type SecurityChange } from '@desk/domains/accounts';

import { composeMail, type MailText } from './mail-layout';

/** A mail about the account of whoever gets it. */
export interface AccountMail {
  name: string;
  /** The address that the account has now. */
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
      'The link works once and for 30 minutes. Choosing a new password signs you out everywhere, and unlinks accounts at other providers, such as Google.',
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

export function invitationMail({ name, email, link, inviter }: AccountMail & { inviter: string }): MailText {
  return composeMail(`${inviter} invites you to the help desk`, {
    greeting: `Hello ${name},`,
    paragraphs: [`${inviter} has made an account for you at the help desk. You will sign in as ${email}.`],
    link: { words: 'Accept and choose your password', address: link },
    ending: [
      'The link works once and for 72 hours. After that, ask for another one.',
      'If you do not know what this is about, do nothing: without the link nobody can use the account.',
    ],
  });
}

export function verifyMail({ name, email, link }: AccountMail): MailText {
  return composeMail('Confirm your email address', {
    greeting: `Hello ${name},`,
    paragraphs: [`Please confirm that ${email} is your address, so that our answers reach you.`],
    link: { words: 'Confirm your address', address: link },
    ending: [
      'The link works once and for three days, when you are signed in.',
      'If you have not made an account with us, do nothing, and this address will not be confirmed.',
    ],
  });
}

export function changeProofMail({ name, link, newEmail }: AccountMail & { newEmail: string }): MailText {
  return composeMail('Confirm your new email address', {
    greeting: `Hello ${name},`,
    paragraphs: [
      `You asked to use ${newEmail} for your account. Nothing changes before you confirm that the address is yours.`,
    ],
    link: { words: 'Use this address', address: link },
    ending: [
      'The link works once and for 24 hours, when you are signed in. It signs you out everywhere else.',
      'If you did not ask for this, do nothing.',
    ],
  });
}

export function changeNoticeMail({
  name,
  email,
  link,
  newEmail,
}: AccountMail & { newEmail: string }): MailText {
  return composeMail('Somebody asked to change your email address', {
    greeting: `Hello ${name},`,
    paragraphs: [
      `Somebody, probably you, asked to use ${newEmail} instead of ${email} for your account.`,
      'If it was you, open the mail that went to the new address. Until then nothing changes.',
    ],
    link: { words: 'If it was not you, choose a new password at once', address: link },
    ending: ['A new password ends every session and unlinks every provider, and whoever asked is out.'],
  });
}

export function changedMail({ name, email, link, oldEmail }: AccountMail & { oldEmail: string }): MailText {
  return composeMail('Your email address was changed', {
    greeting: `Hello ${name},`,
    paragraphs: [
      `Your account has a new address: ${email}. This one, ${oldEmail}, cannot be used to sign in any more.`,
      'If you did not want this, write to us at once.',
    ],
    link: { words: 'Sign in with the new address', address: link },
  });
}

const CHANGES: Record<SecurityChange, string> = {
  factor_added: 'From now on signing in asks for a code of an authenticator app.',
  factor_removed: 'Signing in does not ask for a code of an authenticator app any more.',
  recovery_codes_renewed: 'There are new recovery codes; those of before open nothing any more.',
  identity_linked: 'An account at another provider, such as Google, was linked, and signs in to it now.',
  identity_unlinked: 'An account at another provider was unlinked, and does not sign in to it any more.',
  api_token_made: 'There is a new API token, with which a program can act in your name.',
};

export function securityChangedMail({
  name,
  email,
  link,
  change,
}: AccountMail & { change: SecurityChange }): MailText {
  return composeMail('The security of your account was changed', {
    greeting: `Hello ${name},`,
    paragraphs: [
      `Something changed for the account of ${email}. ${CHANGES[change]}`,
      'If it was you, there is nothing to do.',
    ],
    link: { words: 'If it was not you, choose a new password at once', address: link },
    ending: [
      'A new password ends every session and every API token, and unlinks accounts at other providers, such as Google.',
    ],
  });
}
