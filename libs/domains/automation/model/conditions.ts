import { type TriggerEvent } from '@desk/contracts';
import { DomainError, type FieldError } from '@desk/platform/errors';

import { CHANGEABLE } from './changed-fields';
import {
  FIELD_NAMES,
  fieldOf,
  type FieldName,
  type Facts,
  type FactValue,
  isEmpty,
  isFieldName,
  type Scalar,
  type Test,
} from './fields';

const MAX_TEXT = 500;
const MAX_CHOICES = 50;

/** The conditions of a rule as they are written: field to value, or to a list that means any of it; null means empty. */
export type WrittenConditions = Record<string, Scalar | null | readonly (Scalar | null)[]>;

interface Condition {
  readonly field: FieldName;
  readonly test: Test;
}

/** The conditions of one rule, ready to be asked. All must hold; none at all hold for every ticket. */
export class Conditions {
  constructor(private readonly conditions: readonly Condition[]) {}

  matches(facts: Facts): boolean {
    return this.conditions.every(({ field, test }) => test(facts[field] ?? null));
  }

  /**
   * Tells "is" from "changed to": of a change it is asked whether it touched one of these fields. Conditions on what no
   * change touches, such as the customer, only narrow the tickets down.
   */
  concern(changed: ReadonlySet<FieldName>): boolean {
    const own = this.conditions.map(({ field }) => field).filter((field) => CHANGEABLE.has(field));
    return own.length === 0 || own.some((field) => changed.has(field));
  }

  /** True when what is known so far already says no, so that nothing more need be read. */
  refutedBy(known: Facts): boolean {
    return this.conditions.some(({ field, test }) => {
      const fact = known[field];
      return fact !== undefined && !test(fact);
    });
  }

  /** The fields these conditions ask for that nobody has read yet. */
  missingFrom(known: Facts): FieldName[] {
    return this.conditions.map(({ field }) => field).filter((field) => known[field] === undefined);
  }
}

/** @throws DomainError that names every condition which is not on the field map or has a value of another kind. */
export function compileConditions(written: unknown, trigger: TriggerEvent): Conditions {
  if (typeof written !== 'object' || written === null || Array.isArray(written)) {
    throw invalid([error('conditions', 'wrong_type', 'Conditions are an object of field names and values')]);
  }
  const errors: FieldError[] = [];
  const conditions: Condition[] = [];
  for (const [name, value] of Object.entries(written)) {
    const compiled = compile(name, value, trigger);
    if ('test' in compiled) conditions.push(compiled);
    else errors.push(compiled);
  }
  if (errors.length > 0) throw invalid(errors);
  return new Conditions(conditions);
}

function compile(name: string, value: unknown, trigger: TriggerEvent): Condition | FieldError {
  const path = `conditions.${name.slice(0, 60)}`;
  if (!isFieldName(name)) {
    return error(path, 'unknown_field', `Conditions look at ${FIELD_NAMES.join(', ')} and at nothing else`);
  }
  const field = fieldOf(name);
  if (field.source === 'comment' && trigger !== 'ticket_commented') {
    return error(path, 'no_comment', 'Only rules for ticket_commented have a comment to look at');
  }
  const choices: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (choices.length === 0 || choices.length > MAX_CHOICES) {
    return error(path, 'wrong_length', `A list of choices has 1 to ${MAX_CHOICES} values`);
  }
  const tests = choices.map((choice) => testFor(field.testFor, choice));
  if (!tests.every((test) => test !== null))
    return error(path, 'wrong_value', `${name} is compared with ${field.expects}`);
  return { field: name, test: anyOf(tests) };
}

function testFor(kind: (wanted: Scalar) => Test | null, wanted: unknown): Test | null {
  if (wanted === null) return isEmpty;
  return isScalar(wanted) && String(wanted).length <= MAX_TEXT ? kind(wanted) : null;
}

function isScalar(value: unknown): value is Scalar {
  return (
    typeof value === 'string' ||
    typeof value === 'boolean' ||
    (typeof value === 'number' && Number.isFinite(value))
  );
}

function anyOf(tests: readonly Test[]): Test {
  const [only] = tests;
  return tests.length === 1 && only !== undefined
    ? only
    : (fact: FactValue) => tests.some((test) => test(fact));
}

function error(field: string, code: string, message: string): FieldError {
  return { field, code, message };
}

function invalid(errors: FieldError[]): DomainError {
  return new DomainError('invalid', 'invalid', 'Some fields are not valid', { errors });
}
