import { isStaff, type Role, type TokenScope } from '@desk/contracts';

/** A signed-in person. `sessionId` is the family of refresh tokens the access token belongs to. */
export interface PersonActor {
  readonly kind: 'person';
  readonly id: string;
  readonly role: Role;
  readonly name: string;
  readonly email: string;
  readonly sessionId: string | null;
  /** True for the project's own browser applications, false for a bearer client. */
  readonly browser: boolean;
  /** What a personal API token may do; left out by whoever has signed in themselves. */
  readonly scopes?: readonly TokenScope[];
  /** When this session last proved who it is; left out where there is no session. */
  readonly provenAt?: Date;
  /** Their role must have a second factor, and they have none yet. */
  readonly owesFactor?: boolean;
  /** Signed up by a provider and has yet to complete their profile: only routes with `@BeforeProfile` are open. */
  readonly isIncomplete?: boolean;
}

/** An automation rule acting on a ticket. */
export interface RuleActor {
  readonly kind: 'rule';
  readonly id: string;
  readonly name: string;
  /** Ids of the rules whose acts led to this one, oldest first and itself last: the brake on rule chains. */
  readonly causes: readonly string[];
}

/** The product itself: sweeps, schedules, the command line. */
export interface SystemActor {
  readonly kind: 'system';
}

/** Who does something. Every action takes it first; nothing is ambient but the request id and the open transaction. */
export type Actor = PersonActor | RuleActor | SystemActor;

export const SYSTEM: SystemActor = { kind: 'system' };

/** The person's id, or null for rules and the system: what `actor` columns hold. */
export function personId(actor: Actor): string | null {
  return actor.kind === 'person' ? actor.id : null;
}

export function isStaffActor(actor: Actor): boolean {
  return actor.kind !== 'person' || isStaff(actor.role);
}

export function isCustomerActor(actor: Actor): actor is PersonActor {
  return actor.kind === 'person' && actor.role === 'customer';
}
