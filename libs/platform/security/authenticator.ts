import { type PersonActor } from './actor';
import { type LinkOwner } from './signed-links';

/** The port that `accounts` fills: who is behind a bearer token or a session cookie, or null. HTTP and sockets share it. */
export abstract class Authenticator {
  /** `token` as sent after `Bearer `. Null when it is malformed, expired, revoked, or its person is not active. */
  abstract fromBearer(token: string): Promise<PersonActor | null>;

  /** Whoever a signed link was made for, if that session still lives. */
  abstract fromLink(owner: LinkOwner): Promise<PersonActor | null>;

  /** The session cookie's value, read without being consumed: the socket handshake's second way in. */
  abstract fromSessionCookie(value: string): Promise<PersonActor | null>;
}
