import { type Actor, type PersonActor, type RuleActor, type SystemActor } from '@desk/platform/security';

/** A kind of event, declared by the domain that says it. The payload holds ids and what changed, never entities. */
export interface EventDefinition<P> {
  readonly name: string;
  readonly version: number;
  /** Only for the type system: the payload's shape. */
  readonly payload?: P;
}

/** @param name `domain.what_happened`, unique in the product; pinned by a contract test together with its version. */
export function defineEvent<P>(name: string, version = 1): EventDefinition<P> {
  return { name, version };
}

/** Who an event says did it: enough for a notice or a trail without a look-up, and no secrets. */
export type EventActor = Pick<PersonActor, 'kind' | 'id' | 'role' | 'name'> | RuleActor | SystemActor;

/** What listeners receive: the payload with what the bus adds. */
export interface DeskEvent<P> {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly at: Date;
  readonly actor: EventActor;
  readonly requestId: string | null;
  /** Ids of the rules (oldest first) whose acts led here; what the brake on rule chains looks at. */
  readonly causes: readonly string[];
  readonly payload: P;
}

export function toEventActor(actor: Actor): EventActor {
  return actor.kind === 'person'
    ? { kind: 'person', id: actor.id, role: actor.role, name: actor.name }
    : actor;
}
