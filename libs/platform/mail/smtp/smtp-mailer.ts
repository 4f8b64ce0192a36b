import { createTransport } from 'nodemailer';

import { type Delivery, Mailer, type OutgoingMail } from '../mailer';

/** Shorter than a job's lease, so that a hanging server fails the try instead of doubling it. */
const TIMEOUT_MS = 15_000;

/** Hands mail to one SMTP server. A connection a mail: nothing has to be drained when the process ends. */
export class SmtpMailer extends Mailer {
  readonly keeps = false;
  private readonly transport: ReturnType<typeof createTransport>;

  constructor(
    url: string,
    private readonly from: string,
  ) {
    super();
    this.transport = createTransport(withTimeouts(url));
  }

  async deliver(mail: OutgoingMail): Promise<Delivery> {
    await this.transport.sendMail({
      from: this.from,
      // As an object, so that an address with a comma in it cannot become two recipients.
      to: { name: '', address: mail.to_address },
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      messageId: mail.message_id,
      date: mail.created_at,
      // Robots that answer mail must not answer this: RFC 3834, and Exchange's own word for it.
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    return 'sent';
  }
}

function withTimeouts(url: string): string {
  const address = new URL(url);
  for (const name of ['connectionTimeout', 'greetingTimeout', 'socketTimeout']) {
    if (!address.searchParams.has(name)) address.searchParams.set(name, String(TIMEOUT_MS));
  }
  return address.href;
}
