import { type Permission, scopeFor, scopeOfMethod, type TokenScope } from '@desk/contracts';
import { DomainError } from '@desk/platform/errors';

import { type PersonActor } from './actor';

/**
 * What a personal API token may do: never more than its owner's role, and of that only what it was given.
 * @param permission of the route; undefined where everybody may call it.
 * @throws 403 that names the scope
 */
export function requireScope(actor: PersonActor, permission: Permission | undefined, method: string): void {
  if (actor.scopes === undefined) return;
  const scope = permission === undefined ? scopeOfMethod(method) : scopeFor(permission, method);
  if (scope === null) throw notForTokens();
  if (!actor.scopes.includes(scope)) throw scopeRequired(scope);
}

/** For what a token must not do whatever it was given. */
export function notForTokens(): DomainError {
  return new DomainError('forbidden', 'not_for_tokens', 'An API token may not do this; sign in instead');
}

function scopeRequired(scope: TokenScope): DomainError {
  return new DomainError('forbidden', 'scope_required', `This API token was not given the scope ${scope}`, {
    extra: { scope },
  });
}
