import { Problem } from '@desk/web/core';

/** The one refusal that no other try mends: the link has been used, has expired or was none. */
export function isDeadLink(thrown: unknown): boolean {
  return Problem.from(thrown).errors.some(({ field, code }) => field === 'token' && code !== 'required');
}
