import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-custom';

import { PersonActor } from './actor';
import { Authenticator } from './authenticator';

interface RequestWithHeaders {
  headers: Record<string, string | string[] | undefined>;
}

/** Passport's way in for HTTP: the token of `Authorization: Bearer …`, judged by the same port as a socket's. */
@Injectable()
export class BearerStrategy extends PassportStrategy(Strategy, 'bearer') {
  constructor(private readonly authenticator: Authenticator) {
    super();
  }

  async validate(request: RequestWithHeaders): Promise<PersonActor | false> {
    const token = bearerToken(request.headers['authorization']);
    return token === null ? false : ((await this.authenticator.fromBearer(token)) ?? false);
  }
}

/** Exactly one header of the form `Bearer TOKEN`; anything else is no token. */
export function bearerToken(header: string | string[] | undefined): string | null {
  if (typeof header !== 'string') return null;
  return /^Bearer +([\w.~+/=-]{1,4096})$/i.exec(header)?.[1] ?? null;
}
