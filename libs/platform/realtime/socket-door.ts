import { Logger } from '@nestjs/common';
import type { Event } from 'socket.io';

import { Clock } from '@desk/platform/clock';
import { Config } from '@desk/platform/config';
import { RequestContext } from '@desk/platform/logging';
import { Authenticator, PersonActor } from '@desk/platform/security';

import { DeskNamespace, DeskSocket } from './desk-socket';
import { EventBudget } from './event-budget';
import { credentialOf, tokenEnd } from './handshake';
import { personRoom, sessionRoom } from './room';

/** Longest delay a timer can hold; a longer-lived token simply has to come back then. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

interface Entrance {
  actor: PersonActor;
  /** When the connection ends by itself, or null. */
  endsAt: number | null;
}

/** The door of every namespace: nobody is connected who is not signed in, and for no longer than their token lives. */
export class SocketDoor {
  private readonly logger = new Logger(SocketDoor.name);

  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly context: RequestContext,
    private readonly authenticator: Authenticator,
  ) {}

  guard(namespace: DeskNamespace): void {
    const ends = new WeakMap<DeskSocket, number>();
    namespace.use((socket, next) => {
      void this.admit(socket).then((entrance) => {
        if (entrance === null) return next(refusal());
        socket.data.actor = entrance.actor;
        if (entrance.endsAt !== null) ends.set(socket, entrance.endsAt);
        next();
      });
    });
    namespace.on('connection', (socket) => {
      this.settle(socket, ends.get(socket) ?? null);
    });
  }

  private async admit(socket: DeskSocket): Promise<Entrance | null> {
    try {
      return await this.context.run(() => this.identify(socket));
    } catch (error) {
      this.logger.error(`Handshake failed: ${String(error)}`);
      return null;
    }
  }

  private async identify({ handshake }: DeskSocket): Promise<Entrance | null> {
    const credential = credentialOf(handshake.auth, handshake.headers, this.config);
    if (credential === null) return null;
    const actor =
      credential.kind === 'token'
        ? await this.authenticator.fromBearer(credential.token)
        : await this.authenticator.fromSessionCookie(credential.value);
    if (actor === null) return null;
    const endsAt =
      credential.kind === 'token'
        ? tokenEnd(credential.token)
        : // The cookie outlives an access token by far; a connection it opened gets no longer than one.
          this.clock.now().getTime() + this.config.accessTtlSeconds * 1000;
    return { actor, endsAt };
  }

  private settle(socket: DeskSocket, endsAt: number | null): void {
    const { actor } = socket.data;
    void socket.join(personRoom(actor.id).name);
    if (actor.sessionId !== null) void socket.join(sessionRoom(actor.sessionId).name);
    this.limit(socket);
    if (endsAt === null) return;
    const left = Math.min(Math.max(endsAt - this.clock.now().getTime(), 0), LONGEST_TIMER_MS);
    const timer = setTimeout(() => socket.disconnect(true), left);
    timer.unref();
    socket.on('disconnect', () => {
      clearTimeout(timer);
    });
  }

  /** An event over budget is not heard; its acknowledgement says so. */
  private limit(socket: DeskSocket): void {
    const budget = new EventBudget();
    socket.use((event: Event, next) => {
      if (budget.take(this.clock.now().getTime())) return next();
      const answer: unknown = event[event.length - 1];
      if (typeof answer === 'function') (answer as (ack: unknown) => void)({ ok: false, error: 'too_many' });
    });
  }
}

function refusal(): Error {
  return Object.assign(new Error('Sign in to connect'), { data: { code: 'not_signed_in' } });
}
