import { ArgumentsHost, Catch, ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { isUnavailable } from '@desk/platform/database';
import { countDatabaseError } from '@desk/platform/metrics';
import { DomainError } from '@desk/platform/errors';

import { partsOfDomainError, ProblemParts, TITLES } from './problem';

/** Turns whatever was thrown into problem+json. The only place where an error becomes a status. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const parts = partsOf(error);
    if (isUnavailable(error)) countDatabaseError('refused');
    if (parts.status >= 500)
      this.logger.error(`${request.method} ${request.url}: ${String(error)}`, (error as Error).stack);
    sendProblem(request, reply, parts);
  }
}

export function sendProblem(request: FastifyRequest, reply: FastifyReply, parts: ProblemParts): void {
  if (reply.sent || reply.raw.headersSent) return;
  if (parts.retryAfterSeconds !== undefined)
    void reply.header('Retry-After', String(parts.retryAfterSeconds));
  if (parts.status === 401) void reply.header('WWW-Authenticate', 'Bearer');
  void reply
    .status(parts.status)
    .header('Content-Type', 'application/problem+json; charset=utf-8')
    .header('Cache-Control', 'no-store')
    .send(
      JSON.stringify({
        type: `about:blank#${parts.code}`,
        title: TITLES[parts.status] ?? 'Error',
        status: parts.status,
        code: parts.code,
        detail: parts.detail,
        instance: request.originalUrl.split('?')[0],
        request_id: request.id,
        ...(parts.errors === undefined ? {} : { errors: parts.errors }),
        ...parts.extra,
      }),
    );
}

export function partsOf(error: unknown): ProblemParts {
  if (error instanceof DomainError) return partsOfDomainError(error);
  if (error instanceof HttpException) return partsOfHttpException(error);
  if (isUnavailable(error)) {
    return {
      status: 503,
      code: 'unavailable',
      detail: 'The database is busy or cannot be reached; try again',
      retryAfterSeconds: 1,
    };
  }
  return partsOfFastifyError(error);
}

/** Nest's own, and Fastify's refusals in Nest's wrapping; this code throws the one for a media type alone. */
function partsOfHttpException(error: HttpException): ProblemParts {
  const status = error.getStatus();
  if (status === 404) return { status, code: 'not_found', detail: 'There is nothing at this address' };
  return partsOfFastifyError({ statusCode: status });
}

/** Fastify refuses on its own before Nest is reached: broken JSON, too large a body, an unknown media type. */
function partsOfFastifyError(error: unknown): ProblemParts {
  const { statusCode, code } = error as { statusCode?: number; code?: string };
  if (statusCode === 413 || code === 'FST_REQ_FILE_TOO_LARGE') {
    return { status: 413, code: 'too_large', detail: 'The request is larger than allowed' };
  }
  if (statusCode === 415) {
    return {
      status: 415,
      code: 'unsupported_media_type',
      detail: 'Send application/json or multipart/form-data',
    };
  }
  // An id longer than any names nothing.
  if (statusCode === 414)
    return { status: 404, code: 'not_found', detail: 'There is nothing at this address' };
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return {
      status: 400,
      code: 'malformed',
      detail: 'The request cannot be read: broken JSON or a wrong length',
    };
  }
  return {
    status: 500,
    code: 'internal',
    detail: 'Something went wrong on our side; the request id finds it in the log',
  };
}
