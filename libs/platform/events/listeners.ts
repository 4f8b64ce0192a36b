import { SetMetadata } from '@nestjs/common';

import { type DeskEvent, type EventDefinition } from './define-event';

export const WITHIN = 'desk:within';
export const ON = 'desk:on';

export interface WithinOptions {
  /** Position among the listeners of one event; each position is taken once. SLA stands before automation. */
  order: number;
}

export interface OnOptions {
  /** Unique in the product and stable: it is part of every receipt. `domain.verb-noun`. */
  name: string;
  /**
   * True for pushes and other effects outside the database, and for work that takes several transactions: the method
   * then runs outside a unit of work and may run twice. Otherwise it runs inside one, together with its receipt, so its
   * rows are written exactly once.
   */
  outside?: boolean;
}

export interface WithinMetadata extends WithinOptions {
  events: EventDefinition<unknown>[];
}

export interface OnMetadata extends OnOptions {
  events: EventDefinition<unknown>[];
}

type Listener<P> = (event: DeskEvent<P>) => Promise<void>;
type ListenerDecorator<P> = (
  target: object,
  key: string | symbol,
  descriptor: TypedPropertyDescriptor<Listener<P>>,
) => void;

/**
 * Takes part in the publisher's own transaction: database work only, done before the request is answered. A failure
 * undoes the publisher's change too, unless the listener uses `UnitOfWork.attempt`.
 */
export function Within<P>(
  events: EventDefinition<P> | EventDefinition<P>[],
  options: WithinOptions,
): ListenerDecorator<P> {
  return SetMetadata(WITHIN, { events: [events].flat(), ...options });
}

/** After the commit: durable, at least once, retried alone. Only in `work/`. */
export function On<P>(
  events: EventDefinition<P> | EventDefinition<P>[],
  options: OnOptions,
): ListenerDecorator<P> {
  return SetMetadata(ON, { events: [events].flat(), ...options });
}
