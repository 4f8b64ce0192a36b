import { Entity, Index } from 'typeorm';

import { InstantColumn, TextColumn, UuidColumn, UuidPrimaryColumn } from '@desk/platform/database';

import { emailKey } from './folding';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** How long a link of each purpose is good for. */
export const GOOD_FOR_MS = {
  reset: 30 * MINUTE_MS,
  invitation: 72 * HOUR_MS,
  verify: 72 * HOUR_MS,
  change: 24 * HOUR_MS,
} as const;
export type LinkPurpose = keyof typeof GOOD_FOR_MS;

/** So many mails of one purpose a person gets in an hour, whoever asks for them. */
export const MAILS_AN_HOUR = 3;
export const ASKED_WITHIN_MS = HOUR_MS;

/** A link that was mailed: good once, until it expires. Its token follows from the id and the workspace's secret. */
@Entity('jrd_one_time_links')
@Index('ix_jrd_one_time_links_user_id', ['user_id', 'purpose', 'created_at'])
@Index('ix_jrd_one_time_links_expires_at', ['expires_at'])
export class OneTimeLink {
  /** Random, unlike other keys: it is what the token is made of. */
  @UuidPrimaryColumn()
  id!: string;

  @TextColumn(10)
  purpose!: LinkPurpose;

  @UuidColumn()
  user_id!: string;

  /** Where it was sent, and what it proves or changes. */
  @TextColumn(254)
  email!: string;

  @InstantColumn()
  created_at!: Date;

  /** Moved to the present when a newer link, or a change of the account, takes this one's place. */
  @InstantColumn()
  expires_at!: Date;

  @InstantColumn({ nullable: true })
  used_at!: Date | null;

  static issue(
    id: string,
    purpose: LinkPurpose,
    to: { userId: string; email: string },
    now: Date,
  ): OneTimeLink {
    return Object.assign(new OneTimeLink(), {
      id,
      purpose,
      user_id: to.userId,
      email: to.email,
      created_at: now,
      expires_at: new Date(now.getTime() + GOOD_FOR_MS[purpose]),
      used_at: null,
    });
  }

  isOfAddress(email: string): boolean {
    return emailKey(this.email) === emailKey(email);
  }
}
