import { createParamDecorator, ExecutionContext, Injectable } from '@nestjs/common';
import { fastifyCookie } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { Config } from '@desk/platform/config';
import { SESSION_COOKIE } from '@desk/platform/realtime';

type CookieOptions = NonNullable<Parameters<typeof fastifyCookie.serialize>[2]>;

/** The refresh token's only place in a browser: no script reads it, no other site sends it, no other path sees it. */
@Injectable()
export class SessionCookie {
  private readonly options: CookieOptions;

  constructor(config: Config) {
    this.options = {
      path: config.urlPrefix === '' ? '/' : config.urlPrefix,
      httpOnly: true,
      sameSite: 'strict',
      secure: config.publicUrl.startsWith('https://'),
    };
  }

  put(reply: FastifyReply, refresh: string, expires: Date): void {
    void reply.header(
      'Set-Cookie',
      fastifyCookie.serialize(SESSION_COOKIE, refresh, { ...this.options, expires }),
    );
  }

  clear(reply: FastifyReply): void {
    void reply.header(
      'Set-Cookie',
      fastifyCookie.serialize(SESSION_COOKIE, '', { ...this.options, maxAge: 0 }),
    );
  }
}

/** The cookie's value, or null. */
export const SessionToken = createParamDecorator((_: unknown, context: ExecutionContext): string | null =>
  sessionTokenOf(context.switchToHttp().getRequest<FastifyRequest>()),
);

export function sessionTokenOf({ headers }: FastifyRequest): string | null {
  const { cookie } = headers;
  return (cookie === undefined ? undefined : fastifyCookie.parse(cookie)[SESSION_COOKIE]) || null;
}
