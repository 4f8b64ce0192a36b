import type * as openid from 'openid-client' with { 'resolution-mode': 'import' };

import { type ProviderConfig } from '@desk/platform/config';

/** By its types alone: it is loaded when somebody wants to sign in, and whoever offers no provider never loads it. */
type Package = typeof openid;
export type Configuration = InstanceType<Package['Configuration']>;

/** What it calls deprecated, to make it stand out, is used for what it is there for: a provider on this machine. */
export type Library = Omit<Package, 'allowInsecureRequests'> & {
  allowInsecureRequests: (way: Configuration) => void;
};

const SECONDS = 5;

/**
 * What a provider says of itself, once for each way in which it takes a client's secret, likeliest first: which of them
 * a client is registered for, only its registration knows.
 */
export async function discover(library: Library, provider: ProviderConfig): Promise<Configuration[]> {
  const { issuer, clientId, clientSecret } = provider;
  const isPlain = issuer.startsWith('http://');
  const found = await library.discovery(new URL(issuer), clientId, clientSecret, undefined, {
    timeout: SECONDS,
    execute: isPlain ? [library.allowInsecureRequests] : [],
  });
  const metadata = found.serverMetadata();
  // What a provider takes that says nothing is laid down in OpenID Connect Discovery.
  const taken = metadata.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
  const ways = [
    ...(taken.includes('client_secret_basic') ? [library.ClientSecretBasic(clientSecret)] : []),
    ...(taken.includes('client_secret_post') ? [library.ClientSecretPost(clientSecret)] : []),
  ].map((authentication) => new library.Configuration(metadata, clientId, clientSecret, authentication));
  for (const way of ways) {
    way.timeout = SECONDS;
    if (isPlain) library.allowInsecureRequests(way);
    // The signature too, not only that the token came straight from the provider.
    library.enableNonRepudiationChecks(way);
  }
  if (ways.length === 0) throw new Error('It takes neither client_secret_basic nor client_secret_post');
  return ways;
}
