import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { type Caller } from '../actions/caller';

/** Address, browser and time of arrival of a request. `ip` honours TRUST_PROXY. */
export const CurrentCaller = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const http = context.switchToHttp();
  const request = http.getRequest<FastifyRequest>();
  const reply = http.getResponse<FastifyReply>();
  return { ip: request.ip, userAgent: request.headers['user-agent'] ?? '', waitedMs: reply.elapsedTime };
});
