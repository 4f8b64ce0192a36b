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

/** What people wrote, safe to show. Text without markup is kept to the letter. */
export function safeContent(written: string): string {
  return /<[a-z!/?]/i.test(written) ? sanitizeHtml(written, RICH).trim() : written;
}

/** The words of a content, for search and notices. */
export function plainText(content: string): string {
  if (!/[<&]/.test(content)) return content;
  const spaced = content.replace(/<(\/?(p|div|li|h\d|pre|blockquote)|br)\b[^>]*>/gi, ' $&');
  return sanitizeHtml(spaced, { allowedTags: [], allowedAttributes: {} })
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
}

export function excerpt(content: string, length = 160): string {
  const text = plainText(content);
  return text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`;
}
