import { Injectable } from '@nestjs/common';
import { Emitter } from '@socket.io/redis-emitter';

import { SOCKET_NAMESPACES } from '@desk/contracts';
import { RedisLink } from '@desk/platform/redis';

import { Realtime } from '../realtime';
import { personRoom, Room, sessionRoom } from '../room';

/** Pushes of a process that has no sockets, through those that have: every API process hears them by Redis. */
@Injectable()
export class RedisRealtime extends Realtime {
  private readonly emitter: Emitter;

  constructor(redis: RedisLink) {
    super();
    this.emitter = new Emitter(redis.for('publisher'), { key: redis.key('sockets') });
  }

  toRoom(room: Room, event: string, payload: unknown): void {
    this.emitter.of(room.namespace).to(room.name).emit(event, payload);
  }

  empty(room: Room): void {
    this.emitter.of(room.namespace).in(room.name).socketsLeave(room.name);
  }

  disconnectPerson(personId: string, keptSessionId: string | null = null): void {
    for (const namespace of SOCKET_NAMESPACES) {
      const theirs = this.emitter.of(namespace).in(personRoom(personId, namespace).name);
      const ended =
        keptSessionId === null ? theirs : theirs.except(sessionRoom(keptSessionId, namespace).name);
      ended.disconnectSockets(true);
    }
  }

  disconnectSession(sessionId: string): void {
    for (const namespace of SOCKET_NAMESPACES) {
      this.emitter.of(namespace).in(sessionRoom(sessionId, namespace).name).disconnectSockets(true);
    }
  }
}
