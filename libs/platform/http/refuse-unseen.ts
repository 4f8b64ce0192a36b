import { DomainError, invalidField } from '@desk/platform/errors';

const DELETED_BY_NEST = ['__proto__', 'prototype', 'constructor'];
const MAX_DEPTH = 50;

/**
 * What nothing here may be given: keys that Nest would delete unseen, and more depth than a recursion can take.
 * @throws 400
 */
export function refuseUnseen(value: unknown, path: readonly string[] = []): void {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return;
  if (path.length > MAX_DEPTH)
    throw new DomainError('invalid', 'too_deep', 'The request is nested too deeply');
  const key = DELETED_BY_NEST.find((name) => Object.hasOwn(value, name));
  if (key !== undefined) {
    throw invalidField([...path, key].join('.'), 'unknown_field', `There is no field ${key} here`);
  }
  for (const [name, inner] of Object.entries(value)) refuseUnseen(inner, [...path, name]);
}
