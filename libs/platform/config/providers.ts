import { ConfigError } from './config-error';
import { type Environment, text, url } from './read';

/** Somebody who may say who a person is: an OpenID provider. */
export interface ProviderConfig {
  /** In addresses: `accounts/oidc/<name>/…`. */
  readonly name: string;
  /** On the button. */
  readonly title: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

const GOOGLE = 'https://accounts.google.com';
const TITLE_MAX = 40;

/** @throws ConfigError where one setting of a provider is there and another is missing. */
export function readProviders(env: Environment): ProviderConfig[] {
  return [readGoogle(env), readOwn(env)].filter((provider) => provider !== null);
}

function readGoogle(env: Environment): ProviderConfig | null {
  const issuer = issuerAt('GOOGLE_ISSUER', text(env, 'GOOGLE_ISSUER') ?? GOOGLE);
  const found = together(env, 'GOOGLE_CLIENT_ID', 'GOOGLE_CLIENT_SECRET');
  if (found === null) return null;
  const { GOOGLE_CLIENT_ID: clientId, GOOGLE_CLIENT_SECRET: clientSecret } = found;
  return { name: 'google', title: 'Google', issuer, clientId, clientSecret };
}

/** The company's own. */
function readOwn(env: Environment): ProviderConfig | null {
  const title = text(env, 'OIDC_NAME') ?? 'Single sign-on';
  if (title.length > TITLE_MAX)
    throw new ConfigError('OIDC_NAME', `must have at most ${TITLE_MAX} characters`);
  const name = title
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  if (name === 'google')
    throw new ConfigError('OIDC_NAME', 'must not be Google, which has settings of its own');
  const found = together(env, 'OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET');
  if (found === null) return null;
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = found;
  return { name: name || 'oidc', title, issuer: issuerAt('OIDC_ISSUER', issuer), clientId, clientSecret };
}

/** All of them or none. */
function together<N extends string>(env: Environment, ...names: N[]): Record<N, string> | null {
  const found = Object.fromEntries(names.map((name) => [name, text(env, name)])) as Record<
    N,
    string | undefined
  >;
  const missing = names.find((name) => found[name] === undefined);
  if (missing === undefined) return found as Record<N, string>;
  const given = names.find((name) => found[name] !== undefined);
  if (given === undefined) return null;
  throw new ConfigError(missing, `is required with ${given}`);
}

/** What a provider says is believed, so it must not travel in the open: plain http only within this machine. */
function issuerAt(name: string, value: string): string {
  const { protocol, hostname, search, hash } = url(name, value, ['https://', 'http://']);
  if (protocol === 'http:' && !['localhost', '127.0.0.1', '[::1]'].includes(hostname)) {
    throw new ConfigError(name, 'must start with https:// (http:// is for a provider on this machine)');
  }
  if (search !== '' || hash !== '') throw new ConfigError(name, 'must be an address without ? and #');
  return value;
}
