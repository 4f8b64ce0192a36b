import { createHmac, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { ConfigError } from './config-error';
import { type ProviderConfig, readProviders } from './providers';
import { type Environment, integer, type Limit, limit, oneOf, span, text, timeZone, url } from './read';

export type DatabaseTarget =
  { readonly engine: 'sqlite'; readonly file: string } | { readonly engine: 'mysql'; readonly url: string };

const SECRET_LENGTH = 32;

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** Every setting of the product, read once and checked before anything starts. The only reader of the environment. */
export class Config {
  readonly port: number;
  readonly host: string;
  /** Begins with a slash and never ends with one; empty when everything is served from the root. */
  readonly urlPrefix: string;
  /** Scheme and host for absolute links, without the prefix. */
  readonly publicUrl: string;
  readonly dataDir: string;
  readonly database: DatabaseTarget;
  /** Set: any number of processes share the work. Unset: one process is the whole desk. */
  readonly redisUrl: string | null;
  /** How long a process that is asked to leave still serves, so that a proxy sends elsewhere before it is gone. */
  readonly drainSeconds: number;
  readonly jwtSecret: string;
  readonly accessTtlSeconds: number;
  readonly refreshTtlSeconds: number;
  readonly timeZone: string;
  readonly maxUploadBytes: number;
  readonly throttle: {
    readonly anon: Limit | null;
    readonly user: Limit | null;
    readonly login: Limit | null;
    readonly session: Limit | null;
  };
  /** Hops (number) or networks (list) whose X-Forwarded-For is believed; false believes nobody's. */
  readonly trustProxy: false | number | string[];
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  /** Who may sign people in beside their password; offered when it is configured. */
  readonly providers: readonly ProviderConfig[];
  readonly logLevel: (typeof LOG_LEVELS)[number];
  readonly admin: { readonly email: string; readonly password: string } | null;

  private constructor(env: Environment) {
    this.port = integer(env, 'PORT', 8000, 0, 65535);
    this.host = text(env, 'HOST') ?? '0.0.0.0';
    this.urlPrefix = readPrefix(env);
    this.publicUrl = url('PUBLIC_URL', text(env, 'PUBLIC_URL') ?? `http://localhost:${this.port}`, [
      'http://',
      'https://',
    ]).origin;
    this.dataDir = resolve(text(env, 'DATA_DIR') ?? './data');
    this.database = readDatabase(env, this.dataDir);
    this.redisUrl = readRedis(env, this.database);
    // One that is the whole desk has nobody who could take over.
    this.drainSeconds = integer(env, 'DRAIN_SECONDS', this.redisUrl === null ? 0 : 5, 0, 300);
    this.accessTtlSeconds = span(env, 'JWT_ACCESS_TTL', '2h');
    this.refreshTtlSeconds = span(env, 'JWT_REFRESH_TTL', '7d');
    this.timeZone = timeZone(env, 'TIME_ZONE', 'Asia/Kolkata');
    this.maxUploadBytes = integer(env, 'MAX_UPLOAD_BYTES', 10485760, 1, 2 ** 31 - 1);
    this.throttle = {
      anon: limit(env, 'THROTTLE_ANON', '30/60'),
      user: limit(env, 'THROTTLE_USER', '120/60'),
      login: limit(env, 'THROTTLE_LOGIN', '10/60'),
      session: limit(env, 'THROTTLE_SESSION', '1200/60'),
    };
    this.trustProxy = readTrustProxy(env);
    const smtp = text(env, 'SMTP_URL');
    this.smtpUrl = smtp === undefined ? null : url('SMTP_URL', smtp, ['smtp://', 'smtps://']).href;
    this.mailFrom = text(env, 'MAIL_FROM') ?? `JeyaRamaDesk <desk@${new URL(this.publicUrl).hostname}>`;
    this.providers = readProviders(env);
    this.logLevel = oneOf(env, 'LOG_LEVEL', 'info', LOG_LEVELS);
    this.admin = readAdmin(env);
    // Last, because it may write a file: a start that another variable stops leaves nothing behind.
    this.jwtSecret = readSecret(env, this.dataDir, this.redisUrl !== null);
  }

  /** The environment of this process; `defaults` stand in for what it leaves unset. @throws ConfigError */
  static ofProcess(defaults: Environment = {}): Config {
    return new Config({ ...defaults, ...process.env });
  }

  /** @throws ConfigError whose message names the variable. */
  static from(env: Environment = process.env): Config {
    return new Config(env);
  }

  /** A key of the workspace for one purpose: what is signed for one proves nothing for another. */
  keyFor(purpose: string): Buffer {
    return createHmac('sha256', this.jwtSecret).update(purpose).digest();
  }
}

function readPrefix(env: Environment): string {
  const value = text(env, 'URL_PREFIX') ?? '/desk';
  if (value === '/') return '';
  if (!/^(\/[A-Za-z0-9._~-]+)+$/.test(value)) {
    throw new ConfigError('URL_PREFIX', `must look like /desk (no slash at its end) or be /, not "${value}"`);
  }
  return value;
}

function readDatabase(env: Environment, dataDir: string): DatabaseTarget {
  return databaseAt('DATABASE_URL', text(env, 'DATABASE_URL') ?? `sqlite:${join(dataDir, 'desk.sqlite')}`);
}

/** @param name of the setting or option that says `value`. @throws ConfigError */
export function databaseAt(name: string, value: string): DatabaseTarget {
  if (value.startsWith('sqlite:') && value.length > 'sqlite:'.length) {
    return { engine: 'sqlite', file: resolve(value.slice('sqlite:'.length)) };
  }
  if (value.startsWith('mysql://')) return { engine: 'mysql', url: url(name, value, ['mysql://']).href };
  throw new ConfigError(name, 'must be sqlite:FILE or mysql://user:password@host/database');
}

function readRedis(env: Environment, database: DatabaseTarget): string | null {
  const value = text(env, 'REDIS_URL');
  if (value === undefined) return null;
  if (database.engine === 'sqlite') {
    throw new ConfigError('REDIS_URL', 'needs DATABASE_URL=mysql://…: one process serves a SQLite file');
  }
  return url('REDIS_URL', value, ['redis://', 'rediss://']).href;
}

function readTrustProxy(env: Environment): false | number | string[] {
  const value = text(env, 'TRUST_PROXY');
  if (value === undefined) return false;
  if (/^\d+$/.test(value)) return integer(env, 'TRUST_PROXY', 0, 1, 16);
  const networks = value.split(',').map((network) => network.trim());
  if (networks.every((network) => /^[0-9a-fA-F:.]+(\/\d{1,3})?$/.test(network))) return networks;
  throw new ConfigError(
    'TRUST_PROXY',
    `must be a number of hops or networks such as 10.0.0.0/8, not "${value}"`,
  );
}

function readAdmin(env: Environment): Config['admin'] {
  const email = text(env, 'ADMIN_EMAIL');
  const password = text(env, 'ADMIN_PASSWORD');
  if (email === undefined && password === undefined) return null;
  if (email === undefined || !/^[^\s@]+@[^\s@]+$/.test(email)) {
    throw new ConfigError('ADMIN_EMAIL', 'must be the email address of the first superadmin');
  }
  if (password === undefined || password.length < 10 || password.length > 128) {
    throw new ConfigError('ADMIN_PASSWORD', 'must have 10 to 128 characters');
  }
  return { email, password };
}

function readSecret(env: Environment, dataDir: string, isShared: boolean): string {
  const given = text(env, 'JWT_SECRET');
  if (given !== undefined) {
    if (given.length < SECRET_LENGTH)
      throw new ConfigError('JWT_SECRET', `must have at least ${SECRET_LENGTH} characters`);
    return given;
  }
  if (isShared) {
    throw new ConfigError('JWT_SECRET', 'is required with REDIS_URL: all processes must share one');
  }
  const file = join(dataDir, 'jwt-secret');
  try {
    const kept = existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
    if (kept.length >= SECRET_LENGTH) return kept;
    mkdirSync(dataDir, { recursive: true });
    const secret = randomBytes(48).toString('base64url');
    // Whole or not at all: what is left of a write that a crash cut short would be a secret that anybody can guess.
    writeFileSync(`${file}.new`, `${secret}\n`, { mode: 0o600, flush: true });
    renameSync(`${file}.new`, file);
    return secret;
  } catch (error) {
    throw new ConfigError(
      'DATA_DIR',
      `cannot be written to (${error instanceof Error ? error.message : 'unknown'})`,
    );
  }
}
