import { Entity, Index } from 'typeorm';
import { uuidv7 } from 'uuidv7';

import { InstantColumn, TextColumn, UuidColumn, UuidPrimaryColumn } from '@desk/platform/database';

/** Who somebody is at an OpenID provider. The subject says it; addresses change hands. */
export interface ProvenBy {
  issuer: string;
  subject: string;
  email: string;
}

/** Longest that OpenID Connect allows. */
export const SUBJECT_MAX = 255;

/** A provider's word that opens an account here. One of each provider for a person, and one person for each. */
@Entity('jrd_identities')
@Index('ux_jrd_identities_issuer_subject', ['issuer', 'subject'], { unique: true })
@Index('ux_jrd_identities_user_id_issuer', ['user_id', 'issuer'], { unique: true })
export class Identity {
  @UuidPrimaryColumn()
  id!: string;

  @UuidColumn()
  user_id!: string;

  @TextColumn(255)
  issuer!: string;

  @TextColumn(SUBJECT_MAX)
  subject!: string;

  /** As it was when the two were linked. */
  @TextColumn(254)
  email!: string;

  @InstantColumn()
  linked_at!: Date;

  @InstantColumn()
  last_used_at!: Date;

  static link(userId: string, { issuer, subject, email }: ProvenBy, now: Date): Identity {
    const of = { user_id: userId, issuer, subject, email };
    return Object.assign(new Identity(), { id: uuidv7(), ...of, linked_at: now, last_used_at: now });
  }
}
