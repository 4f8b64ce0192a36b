import { ConfigError } from './config-error';

export type Environment = Readonly<Record<string, string | undefined>>;

/** An empty value counts as unset, so that `PORT= npm start` means the default. */
export function text(env: Environment, name: string): string | undefined {
  const value = env[name]?.trim();
  return value === undefined || value === '' ? undefined : value;
}

export function integer(env: Environment, name: string, fallback: number, min: number, max: number): number {
  const value = text(env, name);
  if (value === undefined) return fallback;
  const number = Number(value);
  if (!Number.isInteger(number) || number < min || number > max) {
    throw new ConfigError(name, `must be a whole number from ${min} to ${max}, not "${value}"`);
  }
  return number;
}

export function oneOf<T extends string>(
  env: Environment,
  name: string,
  fallback: T,
  allowed: readonly T[],
): T {
  const value = text(env, name);
  if (value === undefined) return fallback;
  const match = allowed.find((candidate) => candidate === value);
  if (match === undefined)
    throw new ConfigError(name, `must be one of ${allowed.join(', ')}, not "${value}"`);
  return match;
}

const SECONDS_PER_UNIT: Record<string, number> = { s: 1, m: 60, h: 3600, d: 86400 };

/** A span such as `2h`, `7d`, `90s`; in seconds. */
export function span(env: Environment, name: string, fallback: string): number {
  const value = text(env, name) ?? fallback;
  const match = /^(\d{1,6})(s|m|h|d)$/.exec(value);
  const seconds = Number(match?.[1] ?? 0) * (SECONDS_PER_UNIT[match?.[2] ?? ''] ?? 0);
  if (seconds <= 0) throw new ConfigError(name, `must be a span like 15m, 2h or 7d, not "${value}"`);
  return seconds;
}

export interface Limit {
  /** Requests allowed in each window. */
  requests: number;
  seconds: number;
}

/** `requests/seconds`, or `0` for no limit (null). */
export function limit(env: Environment, name: string, fallback: string): Limit | null {
  const value = text(env, name) ?? fallback;
  if (value === '0') return null;
  const match = /^(\d{1,9})\/(\d{1,6})$/.exec(value);
  const requests = Number(match?.[1] ?? 0);
  const seconds = Number(match?.[2] ?? 0);
  if (requests < 1 || seconds < 1) {
    throw new ConfigError(name, `must be requests/seconds such as 30/60, or 0 for none, not "${value}"`);
  }
  return { requests, seconds };
}

export function url(name: string, value: string, protocols: readonly string[]): URL {
  let parsed: URL;
  try {
    parsed = new URL(value);
  } catch {
    throw new ConfigError(name, `must be an address starting with ${protocols.join(' or ')}`);
  }
  if (!protocols.includes(`${parsed.protocol}//`)) {
    throw new ConfigError(name, `must start with ${protocols.join(' or ')}`);
  }
  return parsed;
}

export function timeZone(env: Environment, name: string, fallback: string): string {
  const value = text(env, name) ?? fallback;
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
  } catch {
    throw new ConfigError(name, `"${value}" is not a time zone of the IANA database, such as Asia/Kolkata`);
  }
  return value;
}
