const FALLBACK_LIFETIME_MS = 5 * 60_000;

/**
 * How long a fresh access token lives. Counted from its own issue time, so that a wrong clock on this device does no harm.
 */
export function lifetimeOf(accessToken: string): number {
  const claims = readClaims(accessToken);
  return claims?.exp && claims.iat ? (claims.exp - claims.iat) * 1000 : FALLBACK_LIFETIME_MS;
}

function readClaims(accessToken: string): { exp?: number; iat?: number } | null {
  try {
    const payload = accessToken.split('.')[1] ?? '';
    return JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/'))) as {
      exp?: number;
      iat?: number;
    };
  } catch {
    return null;
  }
}
