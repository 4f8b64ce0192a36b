import { type ValidationError, ValidationPipe } from '@nestjs/common';

import { DomainError, type FieldError } from '@desk/platform/errors';

/** Strict about everything: an unknown field is an error that names it. */
export function createValidationPipe(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    stopAtFirstError: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) =>
      new DomainError('invalid', 'invalid', 'Some fields are not valid', {
        errors: errors.flatMap((error) => toFields(error)),
      }),
  });
}

function toFields(error: ValidationError, prefix = ''): FieldError[] {
  const field = prefix + error.property;
  const own = Object.entries(error.constraints ?? {}).map(([rule, message]) => ({
    field,
    code: CODES[rule] ?? rule,
    message: rule === 'whitelistValidation' ? `There is no field ${error.property} here` : message,
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => toFields(child, `${field}.`))];
}

const CODES: Record<string, string> = {
  whitelistValidation: 'unknown_field',
  isString: 'wrong_type',
  isInt: 'wrong_type',
  isBoolean: 'wrong_type',
  isArray: 'wrong_type',
  isObject: 'wrong_type',
  isIn: 'not_allowed',
  minLength: 'too_short',
  maxLength: 'too_long',
  min: 'too_small',
  max: 'too_large',
  isEmail: 'not_an_email',
  isUuid: 'not_a_uuid',
  isIso8601: 'not_an_instant',
  isHexColor: 'not_a_colour',
  matches: 'wrong_form',
  arrayMaxSize: 'too_many',
};
