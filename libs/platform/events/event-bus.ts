import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';

import { Clock } from '@desk/platform/clock';
import { UnitOfWork } from '@desk/platform/database';
import { RequestContext } from '@desk/platform/logging';
import { Actor } from '@desk/platform/security';

import { DeskEvent, EventDefinition, toEventActor } from './define-event';
import { ListenerRegistry } from './listener-registry';
import { Outbox } from './outbox';

/** Tells up: what happened in one domain, to whoever listens in those above it. */
@Injectable()
export class EventBus {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly context: RequestContext,
    private readonly listeners: ListenerRegistry,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Runs the `@Within` listeners now and leaves the event in the outbox for the `@On` subscribers.
   * @throws outside a unit of work: an event that could be lost at a crash is not published at all.
   */
  async publish<P>(definition: EventDefinition<P>, actor: Actor, payload: P): Promise<void> {
    if (!this.unitOfWork.isOpen()) throw new Error(`${definition.name} was published outside a unit of work`);
    const event: DeskEvent<P> = {
      id: uuidv7(),
      name: definition.name,
      version: definition.version,
      at: this.clock.now(),
      actor: toEventActor(actor),
      requestId: this.context.requestId(),
      causes: actor.kind === 'rule' ? actor.causes : [],
      payload,
    };
    await this.outbox.putEvent(event);
    for (const listen of this.listeners.withinListenersOf(event.name)) await listen(event);
  }
}
