import { composeMail, type MailText } from './mail-layout';

/** A mail to the customer of a ticket: what they would read on its page, and the way there. */
export interface CustomerMail {
  reference: string;
  title: string;
  customerName: string;
  link: string;
}

export function replyMail(mail: CustomerMail & { authorName: string; excerpt: string }): MailText {
  return compose(mail, `[${mail.reference}] ${mail.authorName} replied: ${mail.title}`, [
    `${mail.authorName} replied to your ticket ${mail.reference}, “${mail.title}”:`,
    mail.excerpt,
  ]);
}

export function resolvedMail(mail: CustomerMail): MailText {
  return compose(mail, `[${mail.reference}] Resolved: ${mail.title}`, [
    `Your ticket ${mail.reference}, “${mail.title}”, is resolved.`,
    'If something is still open, reply on its page and we go on. You can rate our answer there, too.',
  ]);
}

function compose({ customerName, link }: CustomerMail, subject: string, paragraphs: string[]): MailText {
  return composeMail(subject, {
    greeting: `Hello ${customerName},`,
    paragraphs,
    link: { words: 'Read and answer it here', address: link },
  });
}
