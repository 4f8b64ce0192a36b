import { Transform } from 'class-transformer';
import { isEmail, isISO8601, ValidateBy } from 'class-validator';

import { oneLine } from '@desk/platform/text';

/* What the library has no rule for, or one that a hostile text slips through. */

/** A text, or each of a list of texts; anything else is refused as it came. */
function changed(change: (text: string) => string): PropertyDecorator {
  const one = (value: unknown): unknown => (typeof value === 'string' ? change(value) : value);
  return Transform(({ value }: { value: unknown }) => (Array.isArray(value) ? value.map(one) : one(value)));
}

export const trimmed = changed((text) => text.trim());

export const inOneLine = changed(oneLine);

/** In characters, as columns count. The library's own takes signs that only choose a shape for nothing. */
export function MaxLength(max: number, { each = false } = {}): PropertyDecorator {
  return ValidateBy(
    {
      name: 'maxLength',
      validator: {
        validate: (value: unknown) => typeof value === 'string' && hasAtMost(max, value),
        defaultMessage: () => `$property must have at most ${max} characters`,
      },
    },
    { each },
  );
}

function hasAtMost(max: number, text: string): boolean {
  return text.length <= max || (text.length <= 2 * max && [...text].length <= max);
}

export const EMAIL_MAX = 254;
/** Quoted addresses may hold anything, line breaks too; letters that are not seen make two people look like one. */
const UNFIT = /["\s\p{C}]/u;

export const isPlainEmail = ValidateBy({
  name: 'isEmail',
  validator: {
    validate: (value: unknown) => isEmail(value) && !UNFIT.test(value as string),
    defaultMessage: () => '$property must be an email address',
  },
});

/** Small letters may be more than capitals, and it is in them that addresses are compared. */
export const isShortEmail = ValidateBy({
  name: 'maxLength',
  validator: {
    validate: (value: unknown) =>
      typeof value === 'string' &&
      value.length <= EMAIL_MAX &&
      value.normalize('NFC').toLowerCase().length <= EMAIL_MAX,
    defaultMessage: () => `$property must have at most ${EMAIL_MAX} characters`,
  },
});

/** The library's own compares each with each: with a hundred thousand of them nobody else is served for a minute. */
export const areDifferent = ValidateBy({
  name: 'arrayUnique',
  validator: {
    validate: (value: unknown) => Array.isArray(value) && new Set(value).size === value.length,
    defaultMessage: () => 'each of $property must be another one',
  },
});

/** Of the forms of ISO 8601 those that every engine reads, and years that every database keeps. */
const CALENDAR_INSTANT =
  /^[12]\d{3}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-](0\d|1[0-4]):[0-5]\d)?)?$/i;

export const isCalendarInstant = ValidateBy({
  name: 'isIso8601',
  validator: {
    validate: (value: unknown) =>
      typeof value === 'string' &&
      CALENDAR_INSTANT.test(value) &&
      isISO8601(value, { strict: true, strictSeparator: true }),
    defaultMessage: () => '$property must be a date, or a date and a time, in ISO 8601',
  },
});
