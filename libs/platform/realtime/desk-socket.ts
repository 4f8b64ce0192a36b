import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { DefaultEventsMap, Namespace, Server, Socket } from 'socket.io';

import { type PersonActor } from '@desk/platform/security';

import { type Room } from './room';

/** What a connection carries from its handshake on. */
export interface SocketData {
  actor: PersonActor;
}

/** `D` is what a gateway keeps with the connection beside the actor. */
export type DeskSocket<D = object> = Socket<
  DefaultEventsMap,
  DefaultEventsMap,
  DefaultEventsMap,
  SocketData & D
>;
export type DeskNamespace<D = object> = Namespace<
  DefaultEventsMap,
  DefaultEventsMap,
  DefaultEventsMap,
  SocketData & D
>;
export type DeskServer = Server<DefaultEventsMap, DefaultEventsMap, DefaultEventsMap, SocketData>;

/** The connections in a room, those of other processes too; these are left out while Redis is away. */
export async function connectionsIn<D>(
  namespace: DeskNamespace<D>,
  room: Room,
): Promise<{ readonly data: SocketData & D }[]> {
  try {
    return await namespace.in(room.name).fetchSockets();
  } catch {
    return namespace.local.in(room.name).fetchSockets();
  }
}

/** The person behind the connection: a parameter of a gateway's handlers. */
export const SocketActor = createParamDecorator(
  (_: unknown, context: ExecutionContext): PersonActor =>
    context.switchToWs().getClient<DeskSocket>().data.actor,
);
