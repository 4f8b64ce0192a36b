import { DomainError } from '@desk/platform/errors';
import { type Actor, notForTokens, type PersonActor } from '@desk/platform/security';

/** That long after somebody proved who they are, they may change what keeps an account safe. */
export const PROOF_GOOD_FOR_MS = 10 * 60_000;

/**
 * For what an unattended screen or a stolen token must not reach: passwords, second factors, API tokens, addresses,
 * roles, other people's sessions.
 * @throws 403 `step_up_required` when the session proved itself too long ago; 403 for an API token
 */
export function requireProven(actor: Actor, now: Date): void {
  if (actor.kind !== 'person') return;
  if (actor.scopes !== undefined) throw notForTokens();
  if (!isProven(actor, now)) {
    throw new DomainError('forbidden', 'step_up_required', 'Confirm that it is you, then try again');
  }
}

/** Whether it is surely the person themselves who acts now. */
export function isProven({ scopes, provenAt }: PersonActor, now: Date): boolean {
  if (scopes !== undefined) return false;
  // Left out by people who act without a session: they are just making their account.
  return provenAt === undefined || now.getTime() - provenAt.getTime() <= PROOF_GOOD_FOR_MS;
}
