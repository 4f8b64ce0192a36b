import { createSecretKey, type KeyObject } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';

import { Clock } from '@desk/platform/clock';
import { Config } from '@desk/platform/config';
import { type FlowSecrets } from '@desk/platform/openid';

import { ISSUER } from './tokens';

export const FLOW_SECONDS = 600;
const ALGORITHM = 'HS256';
const AUDIENCE = 'jeyaramadesk:provider-flow';

export const DESK_APPLICATIONS = ['portal', 'console'] as const;
export type DeskApplication = (typeof DESK_APPLICATIONS)[number];

/** What is remembered of somebody who has been sent to a provider, until they are back. */
export interface Flow {
  provider: string;
  app: DeskApplication;
  /** Where in the application they wanted to go. */
  next: string;
  secrets: FlowSecrets;
  /** Who wants to link the identity to their account; null for a sign-in. */
  link: { userId: string; sessionId: string } | null;
}

/** It is remembered by the browser, signed: so the answer of a provider counts only where the question was asked. */
@Injectable()
export class ProviderFlows {
  private readonly key: KeyObject;

  constructor(
    private readonly jwt: JwtService,
    private readonly clock: Clock,
    config: Config,
  ) {
    this.key = createSecretKey(config.keyFor('provider flows'));
  }

  write(flow: Flow): string {
    const iat = this.seconds();
    return this.jwt.sign(
      { flow, iat, exp: iat + FLOW_SECONDS },
      { secret: this.key as unknown as Buffer, algorithm: ALGORITHM, issuer: ISSUER, audience: AUDIENCE },
    );
  }

  /** Null when it is forged, of another provider, or older than ten minutes. */
  read(ticket: string, provider: string): Flow | null {
    try {
      const { flow } = this.jwt.verify<{ flow: Flow }>(ticket, {
        secret: this.key as unknown as Buffer,
        algorithms: [ALGORITHM],
        issuer: ISSUER,
        audience: AUDIENCE,
        clockTimestamp: this.seconds(),
      });
      return flow.provider === provider ? flow : null;
    } catch {
      return null;
    }
  }

  private seconds(): number {
    return Math.floor(this.clock.present().getTime() / 1000);
  }
}

const NOBODY = 'http://desk.invalid';
/** Below the portal's address, but not its pages. */
const NOT_PAGES = /^\/(api|ws|health|metrics|console)(\/|$)/;

/** Where to go after a sign-in, if that is a page of the application; anything else is its start page. */
export function pageInside(wish: string): string {
  if (!wish.startsWith('/') || !URL.canParse(wish, NOBODY)) return '/';
  const { origin, pathname, search, hash } = new URL(wish, NOBODY);
  if (origin !== NOBODY || pathname.startsWith('//') || NOT_PAGES.test(pathname)) return '/';
  return pathname + search + hash;
}
