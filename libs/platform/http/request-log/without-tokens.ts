const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Words with dashes between them, as titles become them in addresses. */
const SLUG = /^[a-z0-9]{1,30}(-[a-z0-9]{1,30})+$/;
const TOKEN_MIN = 24;

/**
 * A path as a log may keep it: what is long and neither an id nor words is taken for a one-time token and cut to its
 * beginning, whatever route it belongs to, so that a new route cannot forget to say so.
 */
export function withoutTokens(path: string): string {
  return path.split('/').map(cut).join('/');
}

function cut(segment: string): string {
  if (segment.length < TOKEN_MIN || UUID.test(segment) || SLUG.test(segment)) return segment;
  return `${segment.slice(0, 4)}…`;
}
