import { Entity, Index } from 'typeorm';
import { uuidv7 } from 'uuidv7';

import { TOKEN_SCOPES, type TokenScope } from '@desk/contracts';
import { InstantColumn, TextColumn, UuidColumn, UuidPrimaryColumn } from '@desk/platform/database';
import { invalidField } from '@desk/platform/errors';

import { type RevokedReason } from './session';

/** What every personal API token begins with, so that it is known for one wherever it turns up. */
export const API_TOKEN_PREFIX = 'jrd_';
export const API_TOKENS_MAX = 50;
export const API_TOKEN_NAME_MAX = 100;
/** How much of a token is kept to be recognised by: nothing is guessed from it. */
export const API_TOKEN_SHOWN = 10;

export interface NewApiToken {
  userId: string;
  name: string;
  scopes: readonly TokenScope[];
  expiresAt: Date | null;
}

/** A key that its owner made for a program. The token itself is known to nobody but them. */
@Entity('jrd_api_tokens')
@Index('ux_jrd_api_tokens_token_hash', ['token_hash'], { unique: true })
@Index('ix_jrd_api_tokens_user_id', ['user_id', 'revoked_at'])
export class ApiToken {
  @UuidPrimaryColumn()
  id!: string;

  @UuidColumn()
  user_id!: string;

  @TextColumn(API_TOKEN_NAME_MAX)
  name!: string;

  /** SHA-256: of 256 random bits nothing slower is needed. */
  @TextColumn(64)
  token_hash!: string;

  /** Its first letters, for the list. */
  @TextColumn(20)
  prefix!: string;

  /** Joined by commas, in their order. */
  @TextColumn(40)
  scopes!: string;

  @InstantColumn()
  created_at!: Date;

  @InstantColumn({ nullable: true })
  last_used_at!: Date | null;

  @InstantColumn({ nullable: true })
  expires_at!: Date | null;

  @InstantColumn({ nullable: true })
  revoked_at!: Date | null;

  @TextColumn(20, { nullable: true })
  revoked_reason!: RevokedReason | null;

  /** @throws 400 naming `expires_at` */
  static create({ userId, name, scopes, expiresAt }: NewApiToken, secret: Secret, now: Date): ApiToken {
    if (expiresAt !== null && expiresAt <= now) {
      throw invalidField('expires_at', 'past', 'A token cannot have expired when it is made');
    }
    return Object.assign(new ApiToken(), {
      id: uuidv7(),
      user_id: userId,
      name,
      token_hash: secret.hash,
      prefix: secret.token.slice(0, API_TOKEN_SHOWN),
      scopes: TOKEN_SCOPES.filter((scope) => scopes.includes(scope)).join(','),
      created_at: now,
      last_used_at: null,
      expires_at: expiresAt,
      revoked_at: null,
      revoked_reason: null,
    });
  }
}

interface Secret {
  token: string;
  hash: string;
}

export function scopesOf(text: string): TokenScope[] {
  return TOKEN_SCOPES.filter((scope) => text.split(',').includes(scope));
}
