import { Injectable } from '@nestjs/common';

import { DeskNamespace, DeskServer } from './desk-socket';
import { Realtime } from './realtime';
import { personRoom, Room, sessionRoom } from './room';

/** Socket.IO in this process. The adapter attaches the server once it is listening. */
@Injectable()
export class SocketRealtime extends Realtime {
  private server: DeskServer | null = null;
  private readonly namespaces = new Set<DeskNamespace>();

  attach(server: DeskServer): void {
    this.server = server;
    this.namespaces.clear();
    this.namespaces.add(server.sockets);
    server.on('new_namespace', (namespace: DeskNamespace) => this.namespaces.add(namespace));
  }

  /** Of this process. */
  get connections(): number {
    return this.server?.engine.clientsCount ?? 0;
  }

  toRoom(room: Room, event: string, payload: unknown): void {
    this.server?.of(room.namespace).to(room.name).emit(event, payload);
  }

  empty(room: Room): void {
    this.server?.of(room.namespace).in(room.name).socketsLeave(room.name);
  }

  disconnectPerson(personId: string, keptSessionId: string | null = null): void {
    for (const namespace of this.namespaces) {
      const theirs = namespace.in(personRoom(personId, namespace.name).name);
      const ended =
        keptSessionId === null ? theirs : theirs.except(sessionRoom(keptSessionId, namespace.name).name);
      ended.disconnectSockets(true);
    }
  }

  disconnectSession(sessionId: string): void {
    for (const namespace of this.namespaces) {
      namespace.in(sessionRoom(sessionId, namespace.name).name).disconnectSockets(true);
    }
  }
}
