import { Injectable } from '@nestjs/common';

import { Clock } from '@desk/platform/clock';
import { Authenticator, LinkOwner, PersonActor } from '@desk/platform/security';

import { fullName } from '../model/person-brief';
import { COOKIE_GRACE_MS, SessionKind } from '../model/session';
import { API_TOKEN_PREFIX } from '../model/api-token';
import { SessionOwner, Sessions } from '../store/sessions';
import { ApiTokenAuthenticator } from './api-token-authenticator';
import { LastUses } from './last-uses';
import { Tokens } from './tokens';

/**
 * Who is behind a token or the cookie. The row decides, not the token: a session that ended, a person who was
 * deactivated or whose role changed is noticed at the very next request.
 */
@Injectable()
export class SessionAuthenticator extends Authenticator {
  constructor(
    private readonly tokens: Tokens,
    private readonly clock: Clock,
    private readonly sessions: Sessions,
    private readonly apiTokens: ApiTokenAuthenticator,
    private readonly lastUses: LastUses,
  ) {
    super();
  }

  async fromBearer(token: string): Promise<PersonActor | null> {
    if (token.startsWith(API_TOKEN_PREFIX)) return this.apiTokens.run(token);
    const claims = this.tokens.readAccess(token);
    if (claims === null) return null;
    const owner = await this.live(claims.family, claims.userId);
    return owner === null ? null : toActor(owner);
  }

  async fromLink({ sessionId, personId }: LinkOwner): Promise<PersonActor | null> {
    const owner = await this.live(sessionId, personId);
    return owner === null ? null : toActor(owner);
  }

  async fromSessionCookie(value: string): Promise<PersonActor | null> {
    const claims = this.tokens.readRefresh(value);
    if (claims === null) return null;
    const owner = await this.live(claims.family, claims.userId);
    if (owner === null || owner.kind !== 'browser') return null;
    return this.isRecent(owner, claims.generation) ? toActor(owner) : null;
  }

  /** Whose session a refresh token is of, read without being consumed; of a used one too. */
  async fromRefreshToken(value: string, kind: SessionKind): Promise<PersonActor | null> {
    const claims = this.tokens.readRefresh(value);
    const owner = claims === null ? null : await this.live(claims.family, claims.userId);
    return owner === null || owner.kind !== kind ? null : toActor(owner);
  }

  private async live(sessionId: string, userId: string): Promise<SessionOwner | null> {
    const owner = await this.sessions.withOwner(sessionId);
    if (owner === null || owner.user_id !== userId || !owner.is_active) return null;
    if (owner.revoked_at !== null || owner.expires_at <= this.clock.now()) return null;
    this.lastUses.ofSession(owner.id, owner.last_used_at);
    return owner;
  }

  /** A handshake may have left the browser just before its cookie was renewed. */
  private isRecent(owner: SessionOwner, generation: number): boolean {
    if (generation === owner.generation) return true;
    const age = this.clock.now().getTime() - owner.rotated_at.getTime();
    return generation === owner.generation - 1 && age <= COOKIE_GRACE_MS;
  }
}

/** For sessions that were begun before proofs were kept, or by a provider that does not say when it had one. */
const BEFORE_PROOFS = new Date(0);

function toActor(owner: SessionOwner): PersonActor {
  return {
    kind: 'person',
    id: owner.user_id,
    role: owner.role,
    name: fullName(owner.first_name, owner.last_name, owner.email),
    email: owner.email,
    sessionId: owner.id,
    browser: owner.kind === 'browser',
    owesFactor: owner.owes_factor,
    provenAt: owner.proven_at ?? BEFORE_PROOFS,
    ...(owner.is_profile_completed ? {} : { isIncomplete: true }),
  };
}
