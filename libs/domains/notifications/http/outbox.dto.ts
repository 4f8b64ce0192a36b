import { Bool, Instant, OneOf, PageQuery, Text, Uuid } from '@desk/platform/http';
import { type Mail, MAIL_STATES, type MailState } from '@desk/platform/mail';

export class OutboxQuery extends PageQuery {
  @OneOf(MAIL_STATES, { optional: true })
  state?: MailState;
}

export class MailView {
  @Uuid()
  id!: string;

  @Text({ max: 254 })
  to!: string;

  @Text({ max: 255 })
  subject!: string;

  @Text({ max: 100_000 })
  text!: string;

  @Text({ max: 200_000 })
  html!: string;

  @Bool({ description: 'True where its link is shown once you have proved that it is you.' })
  links_hidden!: boolean;

  @Text({ max: 190 })
  message_id!: string;

  @OneOf(MAIL_STATES, { name: 'MailState' })
  state!: MailState;

  @Instant()
  created_at!: string;

  @Instant({ nullable: true })
  sent_at!: string | null;

  @Text({ max: 500, nullable: true, description: 'What the last try that failed said.' })
  last_error!: string | null;
}

export function toMailView(mail: Mail, links_hidden: boolean): MailView {
  const { id, to_address, subject, text, html, message_id, state, created_at, sent_at, last_error } = mail;
  return {
    id,
    to: to_address,
    subject,
    text,
    html,
    links_hidden,
    message_id,
    state,
    created_at: created_at.toISOString(),
    sent_at: sent_at?.toISOString() ?? null,
    last_error,
  };
}
