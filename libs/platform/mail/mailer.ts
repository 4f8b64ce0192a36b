import { type Mail } from './mail.entity';

export type OutgoingMail = Pick<
  Mail,
  'to_address' | 'subject' | 'text' | 'html' | 'message_id' | 'created_at'
>;

export type Delivery = 'sent' | 'kept';

/** The port behind which mail leaves. */
export abstract class Mailer {
  /** True when nothing leaves: a mail's row is its end, and no job is asked for. */
  abstract readonly keeps: boolean;

  /**
   * At least once: the same mail may be handed over again, with the same Message-ID.
   * @throws when the other side does not take it; the caller tries again later.
   */
  abstract deliver(mail: OutgoingMail): Promise<Delivery>;
}
