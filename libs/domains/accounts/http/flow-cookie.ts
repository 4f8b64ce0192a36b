import { fastifyCookie } from '@fastify/cookie';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { Config } from '@desk/platform/config';

import { FLOW_SECONDS } from '../actions/provider-flows';

const NAME = 'desk_provider_flow';

type CookieOptions = NonNullable<Parameters<typeof fastifyCookie.serialize>[2]>;

/** What a browser keeps while its person is at a provider. Lax: it has to come along when they are sent back. */
@Injectable()
export class FlowCookie {
  constructor(private readonly config: Config) {}

  put(reply: FastifyReply, provider: string, ticket: string): void {
    this.set(reply, provider, ticket, FLOW_SECONDS);
  }

  clear(reply: FastifyReply, provider: string): void {
    this.set(reply, provider, '', 0);
  }

  read({ headers }: FastifyRequest): string | null {
    const { cookie } = headers;
    return (cookie === undefined ? undefined : fastifyCookie.parse(cookie)[NAME]) || null;
  }

  private set(reply: FastifyReply, provider: string, value: string, maxAge: number): void {
    const { urlPrefix, publicUrl } = this.config;
    const options: CookieOptions = {
      path: `${urlPrefix}/api/accounts/oidc/${provider}`,
      httpOnly: true,
      sameSite: 'lax',
      secure: publicUrl.startsWith('https://'),
      maxAge,
    };
    void reply.header('Set-Cookie', fastifyCookie.serialize(NAME, value, options));
  }
}
