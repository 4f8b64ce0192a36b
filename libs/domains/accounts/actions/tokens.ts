import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';

import { Clock } from '@desk/platform/clock';
import { Config } from '@desk/platform/config';

import { Session } from '../model/session';

export const ISSUER = 'jeyaramadesk';
const ALGORITHM = 'HS256';
const AUDIENCE = { access: 'jeyaramadesk:access', refresh: 'jeyaramadesk:refresh' } as const;

export interface AccessClaims {
  userId: string;
  family: string;
}

export interface RefreshClaims extends AccessClaims {
  generation: number;
}

export interface TokenPair {
  userId: string;
  sessionId: string;
  access: string;
  refresh: string;
  /** When the refresh token ends, and the cookie with it. */
  expiresAt: Date;
}

type Claims = Record<string, unknown> & { readonly exp: number };
type TokenType = keyof typeof AUDIENCE;
type Family = Pick<Session, 'id' | 'user_id' | 'kind' | 'generation' | 'rotated_at' | 'expires_at'>;

/**
 * Makes and reads both tokens. A refresh token holds nothing that its session's row does not: it is the same text
 * whenever it is made for the same generation, so none has to be stored.
 */
@Injectable()
export class Tokens {
  private readonly recent = new Map<string, Claims>();

  constructor(
    private readonly jwt: JwtService,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  pair(session: Family): TokenPair {
    return {
      userId: session.user_id,
      sessionId: session.id,
      access: this.access(session),
      refresh: this.refresh(session),
      expiresAt: session.expires_at,
    };
  }

  readAccess(token: string): AccessClaims | null {
    return this.read('access', token);
  }

  readRefresh(token: string): RefreshClaims | null {
    const claims = this.read('refresh', token);
    if (claims === null || typeof claims.gen !== 'number' || !Number.isSafeInteger(claims.gen)) return null;
    return { userId: claims.userId, family: claims.family, generation: claims.gen };
  }

  private access(session: Family): string {
    const now = seconds(this.clock.now());
    const own = session.kind === 'browser' ? { sid: session.id } : {};
    return this.sign('access', {
      sub: session.user_id,
      fam: session.id,
      ...own,
      iat: now,
      exp: now + this.config.accessTtlSeconds,
    });
  }

  private refresh(session: Family): string {
    return this.sign('refresh', {
      sub: session.user_id,
      fam: session.id,
      gen: session.generation,
      iat: seconds(session.rotated_at),
      exp: seconds(session.expires_at),
    });
  }

  private sign(type: TokenType, claims: Record<string, unknown>): string {
    return this.jwt.sign(
      { ...claims, typ: type },
      { algorithm: ALGORITHM, issuer: ISSUER, audience: AUDIENCE[type] },
    );
  }

  private read(type: TokenType, token: string): (AccessClaims & { gen?: unknown }) | null {
    const claims = this.verified(type, token);
    if (claims === null || claims['typ'] !== type || typeof claims['exp'] !== 'number') return null;
    const { sub, fam, gen } = claims;
    return typeof sub === 'string' && typeof fam === 'string' ? { userId: sub, family: fam, gen } : null;
  }

  /** A signature that was good stays good, so of a token that comes with every request only its end is looked at again. */
  private verified(type: TokenType, token: string): Record<string, unknown> | null {
    const now = seconds(this.clock.now());
    const known = type === 'access' ? this.recent.get(token) : undefined;
    if (known !== undefined) return known.exp > now ? known : null;
    try {
      const claims = this.jwt.verify<Claims>(token, {
        algorithms: [ALGORITHM],
        issuer: ISSUER,
        audience: AUDIENCE[type],
        clockTimestamp: now,
      });
      if (type === 'access') this.remember(token, claims);
      return claims;
    } catch {
      // Malformed, forged, expired, another algorithm or audience: for the caller it is all the same.
      return null;
    }
  }

  private remember(token: string, claims: Claims): void {
    if (typeof claims.exp !== 'number') return;
    const [oldest] = this.recent.keys();
    if (this.recent.size >= MOST_RECENT && oldest !== undefined) this.recent.delete(oldest);
    this.recent.set(token, claims);
  }
}

/** The oldest goes first; one that is still in use is verified anew and is the youngest then. */
const MOST_RECENT = 5000;

function seconds(instant: Date): number {
  return Math.floor(instant.getTime() / 1000);
}
