import { Entity, Index } from 'typeorm';
import { uuidv7 } from 'uuidv7';

import { InstantColumn, IntColumn, TextColumn, UuidColumn, UuidPrimaryColumn } from '@desk/platform/database';

/** `browser`: our own applications, by cookie. `bearer`: a client that keeps both tokens itself. */
export const SESSION_KINDS = ['browser', 'bearer'] as const;
export type SessionKind = (typeof SESSION_KINDS)[number];

export type RevokedReason =
  'signed_out' | 'ended' | 'reuse' | 'deactivated' | 'role_changed' | 'password_changed' | 'email_changed';

/** On the cookie route two tabs may race with one cookie; that long after a rotation the loser is no thief. */
export const COOKIE_GRACE_MS = 10_000;

/** How a refresh token that is not the family's current one was presented. */
export interface Presentation {
  generation: number;
  /** True when the request was here before the rotation it lost to was committed. */
  arrivedBefore: boolean;
  byCookie: boolean;
  now: Date;
}

/**
 * One signed-in device, and at the same time the family of its refresh tokens: the tokens themselves are nowhere
 * stored, each follows from this row and the secret.
 */
@Entity('jrd_sessions')
@Index('ix_jrd_sessions_user_id', ['user_id', 'revoked_at'])
@Index('ix_jrd_sessions_expires_at', ['expires_at'])
export class Session {
  @UuidPrimaryColumn()
  id!: string;

  @UuidColumn()
  user_id!: string;

  @TextColumn(10)
  kind!: SessionKind;

  /** Counts rotations; a refresh token names the one it was made in. */
  @IntColumn()
  generation!: number;

  @InstantColumn()
  rotated_at!: Date;

  @InstantColumn()
  created_at!: Date;

  @InstantColumn()
  last_used_at!: Date;

  @InstantColumn()
  expires_at!: Date;

  @InstantColumn({ nullable: true })
  revoked_at!: Date | null;

  @TextColumn(20, { nullable: true })
  revoked_reason!: RevokedReason | null;

  /** When whoever holds it last proved who they are, by password, second factor or provider; null: nobody knows. */
  @InstantColumn({ nullable: true })
  proven_at!: Date | null;

  @TextColumn(45)
  ip_address!: string;

  @TextColumn(500)
  user_agent!: string;

  static begin(
    owner: { userId: string; kind: SessionKind; ip: string; userAgent: string },
    now: Date,
    ttlSeconds: number,
  ): Session {
    return Object.assign(new Session(), {
      id: uuidv7(),
      user_id: owner.userId,
      kind: owner.kind,
      generation: 0,
      rotated_at: now,
      created_at: now,
      last_used_at: now,
      expires_at: expiryAfter(now, ttlSeconds),
      revoked_at: null,
      revoked_reason: null,
      proven_at: now,
      ip_address: owner.ip,
      user_agent: owner.userAgent,
    });
  }

  isLive(now: Date): boolean {
    return this.revoked_at === null && this.expires_at > now;
  }

  /** Whether a token of an earlier generation may still be answered with the current pair instead of being a theft. */
  forgives({ generation, arrivedBefore, byCookie, now }: Presentation): boolean {
    if (generation !== this.generation - 1) return false;
    return arrivedBefore || (byCookie && now.getTime() - this.rotated_at.getTime() <= COOKIE_GRACE_MS);
  }
}

export function expiryAfter(now: Date, ttlSeconds: number): Date {
  return new Date(now.getTime() + ttlSeconds * 1000);
}
