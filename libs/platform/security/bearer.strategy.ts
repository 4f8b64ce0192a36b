import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-custom';

import { PersonActor } from './actor';
import { Authenticator } from './authenticator';
import { SignedLinks } from './signed-links';

interface RequestWithHeaders {
  url: string;
  headers: Record<string, string | string[] | undefined>;
  /** Set by the guard on routes that a signed link opens. */
  byLink?: boolean;
}

/** Passport's way in for HTTP: the token of `Authorization: Bearer …`, judged by the same port as a socket's. */
@Injectable()
export class BearerStrategy extends PassportStrategy(Strategy, 'bearer') {
  constructor(
    private readonly authenticator: Authenticator,
    private readonly links: SignedLinks,
  ) {
    super();
  }

  async validate(request: RequestWithHeaders): Promise<PersonActor | false> {
    const token = bearerToken(request.headers['authorization']);
    if (request.byLink === true && request.headers['authorization'] === undefined) {
      const owner = this.links.read(request.url);
      return owner === null ? false : ((await this.authenticator.fromLink(owner)) ?? false);
    }
    return token === null ? false : ((await this.authenticator.fromBearer(token)) ?? false);
  }
}

/** Exactly one header of the form `Bearer TOKEN`; anything else is no token. */
export function bearerToken(header: string | string[] | undefined): string | null {
  if (typeof header !== 'string') return null;
  return /^Bearer +([\w.~+/=-]{1,4096})$/i.exec(header)?.[1] ?? null;
}
