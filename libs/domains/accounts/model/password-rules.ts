import { invalidField } from '@desk/platform/errors';

import { COMMON_PASSWORDS, COMMON_WORDS } from './common-passwords';
import { searchKey } from './folding';

export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 128;

export interface PasswordOwner {
  email: string;
  first_name: string;
  last_name: string;
}

/** No rules of composition: length, and nothing that a guesser tries first. @throws 400 naming `field`. */
export function requireGoodPassword(password: string, owner: PasswordOwner, field = 'password'): void {
  const length = [...password].length;
  if (length < PASSWORD_MIN) {
    throw invalidField(field, 'too_short', `A password has at least ${PASSWORD_MIN} characters`);
  }
  if (length > PASSWORD_MAX)
    throw invalidField(field, 'too_long', `A password has at most ${PASSWORD_MAX} characters`);
  if (isCommon(password))
    throw invalidField(field, 'too_common', 'This password is among the first that are guessed');
  if (isOwnName(password, owner)) {
    throw invalidField(field, 'own_name', 'A password must not be made of your name or address');
  }
}

function isCommon(password: string): boolean {
  const folded = password.toLowerCase();
  return COMMON_PASSWORDS.has(folded) || /^(.{1,3})\1+.{0,2}$/su.test(folded) || isCommonWord(folded);
}

/** A year, a few digits or signs around a word that many use do not make it another one: `football2024!`. */
function isCommonWord(folded: string): boolean {
  const [, word = ''] = /^[^a-z]{0,2}([a-z]+)[^a-z]{0,6}$/.exec(folded) ?? [];
  const half = word.slice(0, word.length / 2);
  return COMMON_WORDS.has(word) || (half + half === word && COMMON_WORDS.has(half));
}

/** True when nothing but a name or the address is left without digits and signs: `jane.doe-2024!`. */
function isOwnName(password: string, { email, first_name, last_name }: PasswordOwner): boolean {
  const [mailbox = '', domain = ''] = email.split('@');
  const first = letters(first_name);
  const last = letters(last_name);
  const own = [first, last, first + last, last + first, letters(mailbox), letters(mailbox + domain)];
  const bare = letters(password);
  return own.some((name) => name !== '' && (bare === name || bare === name + name));
}

function letters(text: string): string {
  return searchKey(text).replace(/[^\p{L}]/gu, '');
}
