import { Injectable } from '@nestjs/common';

import {
  PRESENCE_SECONDS,
  type PresenceState,
  type SocketAck,
  type TicketPresence,
  type WatchAck,
} from '@desk/contracts';
import { TicketQueries } from '@desk/domains/tickets';
import { Clock } from '@desk/platform/clock';
import {
  connectionsIn,
  type DeskNamespace,
  type DeskSocket,
  Realtime,
  ticketCustomerRoom,
  ticketStaffRoom,
} from '@desk/platform/realtime';
import { isCustomerActor, type PersonActor } from '@desk/platform/security';

interface Watch {
  state: PresenceState;
  /** Milliseconds since 1970: without another word the person is taken to have left then. */
  until: number;
}

/** Kept with each connection, plain enough to be read from another process. */
export interface Watcher {
  watches?: Record<number, Watch>;
  listed?: number[];
}

export type WatchSocket = DeskSocket<Watcher>;

const REFUSED = { ok: false, error: 'not_found' } as const;

/**
 * Who looks at which ticket. The truth is spread over the connections, one entry for each tab, so several tabs of one
 * person count as one and closing one of them leaves the other standing.
 */
@Injectable()
export class TicketWatching {
  private namespace: DeskNamespace<Watcher> | null = null;

  constructor(
    private readonly clock: Clock,
    private readonly realtime: Realtime,
    private readonly tickets: TicketQueries,
  ) {}

  begin(namespace: DeskNamespace<Watcher>): void {
    this.namespace = namespace;
  }

  async watch(socket: WatchSocket, ticketId: number, state: PresenceState): Promise<WatchAck> {
    const { actor } = socket.data;
    const facts = (await this.tickets.mayRead(actor, ticketId)) ? await this.tickets.facts(ticketId) : null;
    if (facts === null) {
      await this.unwatch(socket, ticketId);
      return REFUSED;
    }
    await socket.join(roomOf(actor, ticketId));
    const before = watchesOf(socket)[ticketId]?.state;
    const until = this.clock.now().getTime() + PRESENCE_SECONDS * 1000;
    socket.data.watches = { ...watchesOf(socket), [ticketId]: { state, until } };
    if (before !== state) await this.announce(actor, ticketId);
    return { ok: true, version: isCustomerActor(actor) ? facts.publicVersion : facts.version };
  }

  async unwatch(socket: WatchSocket, ticketId: number): Promise<SocketAck> {
    const { [ticketId]: ended, ...others } = watchesOf(socket);
    if (ended === undefined) return { ok: true };
    socket.data.watches = others;
    if (!(socket.data.listed ?? []).includes(ticketId))
      await socket.leave(roomOf(socket.data.actor, ticketId));
    await this.announce(socket.data.actor, ticketId);
    return { ok: true };
  }

  /** The tickets of the list on screen, in place of those of the last one. */
  async watchList(socket: WatchSocket, ticketIds: readonly number[]): Promise<SocketAck> {
    const { actor } = socket.data;
    if (isCustomerActor(actor)) return { ok: false, error: 'forbidden' };
    const allowed: number[] = [];
    for (const ticketId of new Set(ticketIds)) {
      if (await this.tickets.mayRead(actor, ticketId)) allowed.push(ticketId);
    }
    const left = (socket.data.listed ?? []).filter(
      (id) => !allowed.includes(id) && !(id in watchesOf(socket)),
    );
    for (const ticketId of left) await socket.leave(ticketStaffRoom(ticketId).name);
    await socket.join(allowed.map((ticketId) => ticketStaffRoom(ticketId).name));
    socket.data.listed = allowed;
    return { ok: true };
  }

  /** The connection is gone, and its rooms with it. */
  async left(socket: WatchSocket): Promise<void> {
    const ticketIds = Object.keys(watchesOf(socket)).map(Number);
    socket.data.watches = {};
    for (const ticketId of ticketIds) await this.announce(socket.data.actor, ticketId);
  }

  /** Takes out who has not been heard of in time. */
  async sweep(): Promise<void> {
    const now = this.clock.now().getTime();
    for (const socket of this.namespace?.sockets.values() ?? []) {
      for (const [ticketId, { until }] of Object.entries(watchesOf(socket))) {
        if (until <= now) await this.unwatch(socket, Number(ticketId));
      }
    }
  }

  /** Staff see staff: a customer who reads along is told to nobody. */
  private async announce(actor: PersonActor, ticketId: number): Promise<void> {
    if (isCustomerActor(actor)) return;
    this.realtime.toRoom(ticketStaffRoom(ticketId), 'ticket:presence', await this.presenceOf(ticketId));
  }

  private async presenceOf(ticketId: number): Promise<TicketPresence> {
    const users = new Map<string, TicketPresence['users'][number]>();
    const watchers =
      this.namespace === null ? [] : await connectionsIn(this.namespace, ticketStaffRoom(ticketId));
    for (const { data } of watchers) {
      const watch = data.watches?.[ticketId];
      if (watch === undefined) continue;
      const { id, name } = data.actor;
      const replies = watch.state === 'replying' || users.get(id)?.state === 'replying';
      users.set(id, { id, name, state: replies ? 'replying' : 'viewing' });
    }
    return { ticket_id: ticketId, users: [...users.values()] };
  }
}

function watchesOf(socket: WatchSocket): Record<number, Watch> {
  return socket.data.watches ?? {};
}

function roomOf(actor: PersonActor, ticketId: number): string {
  return (isCustomerActor(actor) ? ticketCustomerRoom(ticketId) : ticketStaffRoom(ticketId)).name;
}
