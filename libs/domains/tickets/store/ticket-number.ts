import { randomInt } from 'node:crypto';

/** No vowels and no look-alikes: it is read aloud on the telephone and spells no words. */
const LETTERS = 'BCDFGHJKLMNPQRSTVWXZ23456789';
const LENGTH = 6;

/** A random ticket number such as JRD-7K3XQM. Its uniqueness is the index's business; the caller tries again. */
export function randomTicketNumber(): string {
  return `JRD-${Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('')}`;
}
