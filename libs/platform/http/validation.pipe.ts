import { type ArgumentMetadata, type ValidationError, ValidationPipe } from '@nestjs/common';

import { DomainError, type FieldError } from '@desk/platform/errors';

import { JudgedQueries } from './judged-queries';
import { refuseUnseen } from './refuse-unseen';

/** Strict about everything: an unknown field is an error that names it. */
export function createValidationPipe(): ValidationPipe {
  return new NothingUnseenPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    // What was not sent is not there: as `undefined` it would blank a column under Object.assign.
    transformOptions: { exposeUnsetFields: false },
    stopAtFirstError: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) =>
      new DomainError('invalid', 'invalid', 'Some fields are not valid', {
        errors: errors.flatMap((error) => toFields(error)),
      }),
  });
}

/**
 * Nest deletes some keys from a body unseen, at any depth: a condition called `constructor` would be gone, and its rule
 * would hold for every ticket. Here such a key is refused by its name like any other unknown one.
 */
class NothingUnseenPipe extends ValidationPipe {
  private readonly queries = new JudgedQueries();

  override transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    // It would pass for an empty object.
    if (metadata.type === 'body' && value === null) {
      throw new DomainError('invalid', 'invalid', 'The body must be a JSON object');
    }
    if (metadata.type === 'body' || metadata.type === 'query') refuseUnseen(value);
    if (metadata.type !== 'query') return super.transform(value, metadata);
    return this.queries.judged(value, metadata, () => super.transform(value, metadata) as Promise<object>);
  }
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
