import { Entity, Index } from 'typeorm';

import {
  InstantColumn,
  LongColumn,
  TextColumn,
  UuidColumn,
  UuidPrimaryColumn,
} from '@desk/platform/database';

/** `kept` mail stays here, `queued` waits for its job, `failed` is what the last try came to; the job goes on trying. */
export const MAIL_STATES = ['kept', 'queued', 'sent', 'failed'] as const;
export type MailState = (typeof MAIL_STATES)[number];

/** A mail: first a row of its cause's transaction, then perhaps a delivery. Holds no secret. */
@Entity('mails')
@Index('ix_mails_state_id', ['state', 'id'])
@Index('ux_mails_cause', ['cause'], { unique: true })
export class Mail {
  @UuidPrimaryColumn()
  id!: string;

  @TextColumn(254)
  to_address!: string;

  @TextColumn(255)
  subject!: string;

  @LongColumn()
  text!: string;

  @LongColumn()
  html!: string;

  /** Fixed before the first try, so that a repeated delivery can be recognised. */
  @TextColumn(190)
  message_id!: string;

  @TextColumn(10)
  state!: MailState;

  /** What the mail is about and to whom; one cause has one mail. */
  @TextColumn(190)
  cause!: string;

  /** The one-time link whose token is put in for `LINK_TOKEN` when the mail is sent or read. */
  @UuidColumn({ nullable: true })
  link_id!: string | null;

  @InstantColumn()
  created_at!: Date;

  @InstantColumn({ nullable: true })
  sent_at!: Date | null;

  @TextColumn(500, { nullable: true })
  last_error!: string | null;
}
