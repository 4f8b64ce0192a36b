/** A mail to the customer of a ticket: what they would read on its page, and the way there. */
export interface CustomerMail {
  reference: string;
  title: string;
  customerName: string;
  link: string;
}

export interface MailText {
  subject: string;
  text: string;
  html: string;
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
  const all = [`Hello ${customerName},`, ...paragraphs];
  return {
    subject,
    text: `${[...all, `Read and answer it here: ${link}`].join('\n\n')}\n`,
    html: page(subject, all, link),
  };
}

function page(subject: string, paragraphs: string[], link: string): string {
  const body = paragraphs
    .map((paragraph) => `<p>${escape(paragraph).replaceAll('\n', '<br>')}</p>`)
    .join('\n');
  const address = escape(link);
  return [
    `<!doctype html><html><head><meta charset="utf-8"><title>${escape(subject)}</title></head><body>`,
    body,
    `<p><a href="${address}">Read and answer it here</a></p>`,
    '</body></html>\n',
  ].join('\n');
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}
