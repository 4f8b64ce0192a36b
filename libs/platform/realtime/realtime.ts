import { type Room } from './room';

/**
 * The port: pushes to browsers. At least once and never kept: whoever is not connected reads the truth over HTTP later.
 * A process without sockets pushes into the void.
 */
export abstract class Realtime {
  abstract toRoom(room: Room, event: string, payload: unknown): void;

  /** Nobody hears this room any more, until they are let in again. */
  abstract empty(room: Room): void;

  /** Ends a person's connections in every namespace, but for those of the kept session. */
  abstract disconnectPerson(personId: string, keptSessionId?: string | null): void;

  /** Ends the connections that one sign-in opened. */
  abstract disconnectSession(sessionId: string): void;
}
