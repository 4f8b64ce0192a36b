import { createHmac, timingSafeEqual } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import { Clock } from '@desk/platform/clock';
import { Config } from '@desk/platform/config';

import { type PersonActor } from './actor';

const GOOD_FOR_SECONDS = 600;

/** Whose link it is. The session decides when it is used, so a sign-out ends its links with it. */
export interface LinkOwner {
  sessionId: string;
  personId: string;
}

/**
 * Addresses that a browser may open by itself, as the source of an image or as a download: good for one person and one
 * path for ten minutes. What the person may see is decided anew when the link is used.
 */
@Injectable()
export class SignedLinks {
  private readonly key: Buffer;

  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
  ) {
    this.key = config.keyFor('signed links');
  }

  /** @param path below `/api/`, without slashes at its ends. @returns the address from the root of the server. */
  sign({ id, sessionId }: PersonActor, path: string): string {
    const address = `${this.config.urlPrefix}/api/${path}/`;
    if (sessionId === null) return address;
    const claims = [sessionId, id, String(this.seconds() + GOOD_FOR_SECONDS)];
    return `${address}?t=${[...claims, this.signature(path, claims)].join('.')}`;
  }

  /** @param url as the router sees it: without the prefix. Null when its `t` is forged, expired or of another path. */
  read(url: string): LinkOwner | null {
    const { pathname, searchParams } = new URL(url, 'http://host.invalid');
    const [sessionId, personId, expires, signature, ...more] = (searchParams.get('t') ?? '').split('.');
    if (!sessionId || !personId || !expires || !signature || more.length > 0) return null;
    const path = pathname.replace(/^\/api\//, '').replace(/\/$/, '');
    const expected = Buffer.from(this.signature(path, [sessionId, personId, expires]));
    const given = Buffer.from(signature);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
    return Number(expires) > this.seconds() ? { sessionId, personId } : null;
  }

  private signature(path: string, claims: readonly string[]): string {
    return createHmac('sha256', this.key)
      .update([path, ...claims].join('\n'))
      .digest('base64url');
  }

  private seconds(): number {
    return Math.floor(this.clock.present().getTime() / 1000);
  }
}
