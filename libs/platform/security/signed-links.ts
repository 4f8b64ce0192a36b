import { createHmac, timingSafeEqual } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import { Clock } from '@desk/platform/clock';
import { Config } from '@desk/platform/config';

import { type PersonActor } from './actor';

const GOOD_FOR_SECONDS = 600;
const REMEMBERED_MOST = 10_000;

/** Whose link it is. The session decides when it is used, so a sign-out ends its links with it. */
export interface LinkOwner {
  sessionId: string;
  personId: string;
}

type Viewer = Pick<PersonActor, 'id' | 'sessionId'>;

/**
 * Addresses that a browser may open by itself, as the source of an image or as a download: good for one person and one
 * path for ten minutes. What the person may see is decided anew when the link is used.
 */
@Injectable()
export class SignedLinks {
  private readonly key: Buffer;
  private readonly remembered = new Map<string, { address: string; until: number }>();

  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
  ) {
    this.key = config.keyFor('signed links');
  }

  /**
   * @param path below `/api/`, without slashes at its ends.
   * @param version of what is there: the link is good for no other.
   * @returns the address from the root of the server.
   */
  sign({ id, sessionId }: Viewer, path: string, version: string | null = null): string {
    const address = `${this.config.urlPrefix}/api/${path}/`;
    const query = version === null ? '' : `v=${version}`;
    if (sessionId === null) return query === '' ? address : `${address}?${query}`;
    const claims = [sessionId, id, String(this.seconds() + GOOD_FOR_SECONDS)];
    const token = [...claims, this.signature(subject(path, version), claims)].join('.');
    return `${address}?${query === '' ? '' : `${query}&`}t=${token}`;
  }

  /**
   * As `sign`, for a version of what is at the path, and for some minutes the same address for the same person: what a
   * browser has fetched it finds again. Good for five to ten minutes.
   */
  steady(actor: Viewer, path: string, version: string): string {
    const key = `${actor.sessionId} ${path} ${version}`;
    const known = this.remembered.get(key);
    if (known !== undefined && known.until > this.seconds()) return known.address;
    if (this.remembered.size >= REMEMBERED_MOST) this.remembered.clear();
    const address = this.sign(actor, path, version);
    this.remembered.set(key, { address, until: this.seconds() + GOOD_FOR_SECONDS / 2 });
    return address;
  }

  /** @param url as the router sees it: without the prefix. Null when its `t` is forged, expired or of another path. */
  read(url: string): LinkOwner | null {
    const { pathname, searchParams } = new URL(url, 'http://host.invalid');
    const [sessionId, personId, expires, signature, ...more] = (searchParams.get('t') ?? '').split('.');
    if (!sessionId || !personId || !expires || !signature || more.length > 0) return null;
    const path = pathname.replace(/^\/api\//, '').replace(/\/$/, '');
    const expected = Buffer.from(
      this.signature(subject(path, searchParams.get('v')), [sessionId, personId, expires]),
    );
    const given = Buffer.from(signature);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
    return Number(expires) > this.seconds() ? { sessionId, personId } : null;
  }

  private signature(subject: string, claims: readonly string[]): string {
    return createHmac('sha256', this.key)
      .update([subject, ...claims].join('\n'))
      .digest('base64url');
  }

  private seconds(): number {
    return Math.floor(this.clock.present().getTime() / 1000);
  }
}

function subject(path: string, version: string | null): string {
  return version === null ? path : `${path}?v=${version}`;
}
