import { CanActivate, ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

import { Config } from '@desk/platform/config';

import { crossOrigin } from '../model/errors';

/**
 * For routes that act on a cookie: what a browser says about the page behind a request must be this desk. A client
 * that says nothing is no browser, and has no cookie but its own.
 */
@Injectable()
export class SameOriginGuard implements CanActivate {
  constructor(private readonly config: Config) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (!this.isOurs(request)) throw crossOrigin();
    return true;
  }

  private isOurs({ headers, host }: FastifyRequest): boolean {
    const site = headers['sec-fetch-site'];
    if (site !== undefined) return site === 'same-origin';
    const { origin } = headers;
    if (origin === undefined || origin === this.config.publicUrl) return true;
    // Reached by another name than PUBLIC_URL: the page is ours when it came from the host that is asked.
    return URL.canParse(origin) && new URL(origin).host === host;
  }
}
