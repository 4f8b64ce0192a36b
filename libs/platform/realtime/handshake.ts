import type { IncomingHttpHeaders } from 'node:http';

import { type Config } from '@desk/platform/config';

/** Cookie of the SPAs' session, set by the session routes. */
export const SESSION_COOKIE = 'desk_session';

export type Credential = { kind: 'token'; token: string } | { kind: 'cookie'; value: string };

/**
 * What a handshake offers: a token it names, or the session cookie when the page is one of ours. Browsers send cookies
 * along with anybody's page and let any page open a websocket, so for the cookie the Origin decides.
 */
export function credentialOf(
  auth: Record<string, unknown>,
  headers: IncomingHttpHeaders,
  config: Pick<Config, 'publicUrl'>,
): Credential | null {
  const token = auth['token'];
  if (typeof token === 'string' && token !== '') return { kind: 'token', token };
  const value = cookie(headers.cookie, SESSION_COOKIE);
  return value !== null && isSameOrigin(headers, config.publicUrl) ? { kind: 'cookie', value } : null;
}

function isSameOrigin({ origin, host }: IncomingHttpHeaders, publicUrl: string): boolean {
  if (origin === undefined || !URL.canParse(origin)) return false;
  return origin === publicUrl || new URL(origin).host === host;
}

function cookie(header: string | undefined, name: string): string | null {
  for (const pair of (header ?? '').split(';')) {
    const [key, ...value] = pair.split('=');
    if (key?.trim() === name) return decode(value.join('=').trim());
  }
  return null;
}

function decode(value: string): string | null {
  try {
    return decodeURIComponent(value);
  } catch {
    return null;
  }
}

/**
 * When an access token ends, in milliseconds since 1970; null for one that says nothing about it.
 * Only reads: that the token is genuine was the authenticator's question.
 */
export function tokenEnd(token: string): number | null {
  const body = token.split('.')[1];
  if (body === undefined) return null;
  try {
    const claims: unknown = JSON.parse(Buffer.from(body, 'base64url').toString('utf8'));
    const exp = (claims as { exp?: unknown } | null)?.exp;
    return typeof exp === 'number' ? exp * 1000 : null;
  } catch {
    return null;
  }
}
