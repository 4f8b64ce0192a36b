import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';

/**
 * Shows what an OpenID provider says of itself, and nothing else: enough for a desk to send people there.
 * @returns what the desk must be told.
 */
export async function showProviderCard(): Promise<Record<string, string>> {
  const server = createServer((_, response) => {
    const endpoints = { authorization_endpoint: `${issuer}/auth`, token_endpoint: `${issuer}/token` };
    response.writeHead(200, { 'Content-Type': 'application/json', Connection: 'close' });
    response.end(JSON.stringify({ issuer, ...endpoints, jwks_uri: `${issuer}/jwks` }));
  });
  // It is in nobody's way at the end.
  server.unref().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { GOOGLE_ISSUER: issuer, GOOGLE_CLIENT_ID: 'desk', GOOGLE_CLIENT_SECRET: 'secret' };
}
