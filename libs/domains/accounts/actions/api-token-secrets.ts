import { createHash, randomBytes } from 'node:crypto';

import { API_TOKEN_PREFIX } from '../model/api-token';

/** 256 bits of chance, and what of them is kept. */
export function newApiTokenSecret(): { token: string; hash: string } {
  const token = API_TOKEN_PREFIX + randomBytes(32).toString('base64url');
  return { token, hash: apiTokenHash(token) };
}

export function apiTokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
