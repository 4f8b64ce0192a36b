export interface MailText {
  subject: string;
  text: string;
  html: string;
}

export interface MailParts {
  greeting: string;
  /** One a thought; a line break stays one. */
  paragraphs: readonly string[];
  /** What the reader may do, and where; what comes after it is small print. */
  link?: { words: string; address: string };
  ending?: readonly string[];
}

/** One mail in its two forms: plain text, and the same as HTML without anything that is loaded. */
export function composeMail(
  subject: string,
  { greeting, paragraphs, link, ending = [] }: MailParts,
): MailText {
  const before = [greeting, ...paragraphs];
  const way = link === undefined ? [] : [`${link.words}: ${link.address}`];
  return {
    subject,
    text: `${[...before, ...way, ...ending].join('\n\n')}\n`,
    html: page(subject, [
      ...before.map(paragraph),
      ...(link === undefined ? [] : [`<p><a href="${escape(link.address)}">${escape(link.words)}</a></p>`]),
      ...ending.map(paragraph),
    ]),
  };
}

function page(title: string, body: readonly string[]): string {
  return [
    `<!doctype html><html><head><meta charset="utf-8"><title>${escape(title)}</title></head><body>`,
    ...body,
    '</body></html>\n',
  ].join('\n');
}

function paragraph(text: string): string {
  return `<p>${escape(text).replaceAll('\n', '<br>')}</p>`;
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
