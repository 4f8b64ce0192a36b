import sanitizeHtml from 'sanitize-html';

const RICH: sanitizeHtml.IOptions = {
  allowedTags: [
    'p',
    'br',
    'strong',
    'b',
    'em',
    'i',
    'u',
    's',
    'code',
    'pre',
    'blockquote',
    'ul',
    'ol',
    'li',
    'a',
    'h1',
    'h2',
    'h3',
    'hr',
  ],
  allowedAttributes: { a: ['href', 'rel'] },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  transformTags: { a: sanitizeHtml.simpleTransform('a', { rel: 'noopener noreferrer nofollow' }) },
};

/** Tags that say "this came from an editor or a mail", also those that are then taken away. */
const TELLING = [...(RICH.allowedTags || []), 'div', 'span', 'table', 'img'].join('|');
/** A tag with nothing but `name="value"` inside it: people who write of `<b and c>` do not write that. */
const TAG = new RegExp(`<(${TELLING})((?:\\s+[a-z][a-z-]*\\s*=\\s*(?:"[^"]*"|'[^']*'))*)\\s*/?>`, 'gi');
const VOID = ['br', 'hr', 'img'];
/** What a browser would take for the beginning of a tag. */
const TAG_LIKE = /<[a-z!/?]/i;

/**
 * What people wrote, safe to be set as HTML. It is markup when it has a whole element: a known tag, attributes in
 * quotes, and its end. Anything else is text and loses no letter: one without a tag-like sign is kept as it is, one with
 * (`if x <y`) is kept as a paragraph with its signs escaped.
 */
export function safeContent(written: string): string {
  if (!TAG_LIKE.test(written)) return written;
  if (isMarkup(written)) return sanitizeHtml(written, RICH).trim();
  return `<p>${escaped(written).replace(/\r?\n/g, '<br />')}</p>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function isMarkup(written: string): boolean {
  const lower = written.toLowerCase();
  // Looked up once a name: a hundred thousand open tags must not be a hundred thousand searches.
  const lastEnd = new Map<string, number>();
  for (const { 0: tag, 1: name = '', index } of lower.matchAll(TAG)) {
    if (VOID.includes(name)) return true;
    const end = lastEnd.get(name) ?? lower.lastIndexOf(`</${name}>`);
    lastEnd.set(name, end);
    if (end >= index + tag.length) return true;
  }
  return false;
}

/** The words of a content, for search and notices. */
export function plainText(content: string): string {
  if (!TAG_LIKE.test(content)) return content;
  const spaced = content.replace(/<(\/?(p|div|li|h\d|pre|blockquote)|br)\b[^>]*>/gi, ' $&');
  return sanitizeHtml(spaced, { allowedTags: [], allowedAttributes: {} })
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
}

/** @param text without markup: `plainText` comes first. */
export function excerpt(text: string, length = 160): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`;
}
