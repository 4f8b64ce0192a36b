import { Logger } from '@nestjs/common';
import type { Event } from 'socket.io';

import { type Clock } from '@desk/platform/clock';
import { type Config } from '@desk/platform/config';
import { type RequestContext } from '@desk/platform/logging';
import { type Authenticator, type PersonActor } from '@desk/platform/security';

import { type DeskNamespace, type DeskSocket } from './desk-socket';
import { EventBudget } from './event-budget';
import { credentialOf, tokenEnd } from './handshake';
import { personRoom, sessionRoom } from './room';

/** How often a token is asked again whether its session still stands: a sign-out elsewhere says nothing to sockets. */
const RECHECK_MS = 60_000;
/** Longest delay a timer can hold; a longer-lived token simply has to come back then. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

interface Entrance {
  actor: PersonActor;
  /** Asked again while the connection lasts; null for the cookie, whose value changes with every renewal. */
  token: string | null;
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
    const entrances = new WeakMap<DeskSocket, Entrance>();
    namespace.use((socket, next) => {
      void this.admit(socket).then((entrance) => {
        if (entrance === null) return next(refusal());
        socket.data.actor = entrance.actor;
        entrances.set(socket, entrance);
        next();
      });
    });
    namespace.on('connection', (socket) => {
      const entrance = entrances.get(socket);
      if (entrance === undefined) socket.disconnect(true);
      else this.settle(socket, entrance);
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
    // What an API token may do, and what somebody without their second factor, is said of routes.
    if (actor === null || actor.scopes !== undefined || actor.owesFactor === true) return null;
    if (actor.isIncomplete === true) return null;
    if (credential.kind === 'token')
      return { actor, token: credential.token, endsAt: tokenEnd(credential.token) };
    // The cookie outlives an access token by far; a connection it opened gets no longer than one.
    const endsAt = this.clock.now().getTime() + this.config.accessTtlSeconds * 1000;
    return { actor, token: null, endsAt };
  }

  private settle(socket: DeskSocket, { actor, token, endsAt }: Entrance): void {
    void socket.join(personRoom(actor.id).name);
    if (actor.sessionId !== null) void socket.join(sessionRoom(actor.sessionId).name);
    this.limit(socket);
    const timers: NodeJS.Timeout[] = [];
    if (endsAt !== null) {
      const left = Math.min(Math.max(endsAt - this.clock.now().getTime(), 0), LONGEST_TIMER_MS);
      timers.push(setTimeout(() => socket.disconnect(true), left));
    }
    if (token !== null) timers.push(setInterval(() => void this.recheck(socket, token), RECHECK_MS));
    for (const timer of timers) timer.unref();
    socket.on('disconnect', () => {
      for (const timer of timers) clearTimeout(timer);
    });
  }

  private async recheck(socket: DeskSocket, token: string): Promise<void> {
    try {
      const actor = await this.context.run(() => this.authenticator.fromBearer(token));
      const isShut = actor === null || actor.owesFactor === true;
      if (isShut || actor.role !== socket.data.actor.role) socket.disconnect(true);
    } catch (error) {
      this.logger.error(`A connection could not be checked again: ${String(error)}`);
    }
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
