import { parse } from 'bowser';

const UNKNOWN = 'Unknown device';

/** What somebody would call the thing that a request came from: `Firefox 132 on Windows`, `curl 8.5`. */
export function deviceWords(userAgent: string): string {
  if (userAgent.trim() === '') return UNKNOWN;
  const { browser, os, platform } = parse(userAgent);
  if (browser.name === undefined || browser.name === '' || os.name === undefined) return program(userAgent);
  const name = [browser.name, major(browser.version)].filter(Boolean).join(' ');
  const device = platform.model ?? os.name;
  return `${name} on ${device}`;
}

/** A client that is no browser names itself first. */
function program(userAgent: string): string {
  const [, name, version] = /^([\w.+-]{1,40})(?:\/(\d+(?:\.\d+)?))?/.exec(userAgent) ?? [];
  if (name === undefined) return UNKNOWN;
  return [name, version].filter(Boolean).join(' ');
}

function major(version: string | undefined): string {
  return version?.split('.')[0] ?? '';
}
